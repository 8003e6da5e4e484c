/// Programs in Python that read an export and compare it with the graph JSON, value by value.
///
/// Each is called with pairs of paths: the graph JSON, and the export of the same graph.
enum FormatReaders {
  /// What a reader must know of the flat formats: their columns, made anew from the JSON.
  private static let columns = #"""
    import json, sys, warnings
    warnings.simplefilter('ignore')
    BLANKS = {0x09, 0xA0, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B)}
    DROPPED = {*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010),
               *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC),
               *range(0xFDD0, 0xFDF0), *range(0xE0000, 0xE0080)}
    def visible(text):
      result = []
      for c in text or '':
        o = ord(c)
        if o in (0x0A, 0x85, 0x2028, 0x2029): result.append('\n')
        elif o in BLANKS: result.append(' ')
        elif o not in DROPPED and o & 0xFFFE != 0xFFFE: result.append(c)
      return ''.join(result)
    def label(node):
      shown = visible(node['name'])
      return shown if shown.strip() else node['id']
    def load(path): return json.load(open(path, encoding='utf-8'))
    def known(record): return {k: v for k, v in record.items() if v is not None and v != ''}
    def quotes(graph, evidence):
      urls = {d['id']: d['url'] for d in graph['documents']}
      return [known({**q, 'url': urls.get(q['document'])}) for q in evidence]
    def speaker(graph, quote, marks):
      said = quote.get('said-by')
      if not said: return None
      names = {n['id']: n['name'] for n in graph['nodes'] if 'status' not in n}
      import re
      words = re.split('[ \\n\\r\\x0b\\x0c\\x85\\u2028\\u2029]+', visible(said['text']))
      return names.get(said.get('id')) or marks[:1] + ' '.join(w for w in words if w) + marks[1:]
    def node_row(graph, node):
      evidence = node['evidence'] if 'status' in node else node['mentions']
      lists = {k: node.get(k) or None for k in ('aliases', 'formerly', 'reports')}
      return known({
        'label': label(node), 'kind': node['kind'], 'country': node.get('country'),
        'date': node.get('date'), 'until': node.get('end'), 'status': node.get('status'),
        'place': node.get('place'), 'act': visible(node.get('act')),
        'noun': visible(node.get('noun')), 'within': node.get('within'), **lists,
        'quotations': len(evidence), 'evidence': quotes(graph, evidence) or None})
    def edge_row(graph, edge):
      nodes = {n['id']: n for n in graph['nodes']}
      event = {} if edge['type'] == 'may-be-same' else nodes[edge['target']]
      return known({
        'relation': edge['type'], 'role': visible(edge['role']), 'date': event.get('date'),
        'until': event.get('end'), 'status': event.get('status'), 'origin': edge['origin'],
        'confidence': edge['confidence'], 'quotations': len(edge['evidence']),
        'evidence': quotes(graph, edge['evidence']) or None})
    LISTS = ('aliases', 'formerly', 'reports', 'evidence')
    def parsed(row):
      return {k: json.loads(v) if k in LISTS else v for k, v in row.items() if v not in ('', None)}
    def same(found, wanted, where):
      assert found == wanted, (where, {k: (found.get(k), wanted.get(k))
        for k in {*found, *wanted} if found.get(k) != wanted.get(k)})
    pairs = list(zip(sys.argv[1::2], sys.argv[2::2]))
    """#

  static let graphML =
    columns + #"""

      import igraph, networkx
      for source, path in pairs:
        graph = load(source)
        read = networkx.read_graphml(path, force_multigraph=True)
        assert read.is_directed()
        assert len(read) == len(graph['nodes'])
        assert read.number_of_edges() == len(graph['edges'])
        for node in graph['nodes']:
          same(parsed(read.nodes[node['id']]), node_row(graph, node), path)
        edges = {key: (s, t, data) for s, t, key, data in read.edges(keys=True, data=True)}
        for edge in graph['edges']:
          s, t, data = edges[edge['id']]
          assert (s, t) == (edge['source'], edge['target'])
          same(parsed(data), edge_row(graph, edge), path)
        assert json.loads(read.graph['documents']) == [
          {k: v for k, v in d.items() if v is not None} for d in graph['documents']]
        assert json.loads(read.graph['judgements']) == graph['judgements']
        other = igraph.Graph.Read_GraphML(path)
        assert (other.vcount(), other.ecount()) == (len(graph['nodes']), len(graph['edges']))
        for vertex, node in zip(other.vs, graph['nodes']):
          assert vertex['id'] == node['id'] and vertex['label'] == label(node)
          assert parsed({'evidence': vertex['evidence']}) == {
            k: v for k, v in node_row(graph, node).items() if k == 'evidence'}
          assert vertex['status'] == node.get('status', '') and vertex['date'] == (node.get('date') or '')
        for found, edge in zip(other.es, graph['edges']):
          ends = (other.vs[found.source]['id'], other.vs[found.target]['id'])
          assert ends == (edge['source'], edge['target'])
          assert found['confidence'] == edge['confidence'] and found['relation'] == edge['type']
      """#

  static let gexf =
    columns + #"""

      import networkx
      def times(event):
        if not event.get('date'): return {}
        def bound(date, last):
          parts = [int(p) for p in date.split('-')]
          if len(parts) == 1: parts.append(12 if last else 1)
          if len(parts) == 2:
            leap = parts[0] % 4 == 0 and (parts[0] % 100 != 0 or parts[0] % 400 == 0)
            days = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            parts.append(days[parts[1] - 1] if last else 1)
          return '%04d-%02d-%02d' % tuple(parts)
        ends = [bound(d, True) for d in (event['date'], event.get('end')) if d]
        return {'start': bound(event['date'], False), 'end': max(ends)}
      for source, path in pairs:
        graph = load(source)
        nodes = {n['id']: n for n in graph['nodes']}
        read = networkx.read_gexf(path)
        assert len(read) == len(graph['nodes']), path
        assert read.number_of_edges() == len(graph['edges']), path
        assert read.graph['mode'] == 'dynamic'
        for node in graph['nodes']:
          same(parsed(read.nodes[node['id']]), {**node_row(graph, node), **times(node)}, path)
        edges = {d['id']: (s, t, d) for s, t, d in read.edges(data=True)}
        for edge in graph['edges']:
          s, t, data = edges[edge['id']]
          assert (s, t) == (edge['source'], edge['target'])
          wanted = edge_row(graph, edge)
          event = {} if edge['type'] == 'may-be-same' else nodes[edge['target']]
          shown = wanted.get('role', edge['type'])
          same(parsed(data), {**wanted, **times(event), 'id': edge['id'], 'label': shown}, path)
      """#

  /// Reads the tables as a program would, and then as a spreadsheet with the other separator does.
  static let csv =
    columns + #"""

      import csv, re
      def rows(path):
        with open(path, encoding='utf-8-sig', newline='') as file:
          table = list(csv.reader(file, strict=True))
        assert all(len(row) == len(table[0]) for row in table)
        plain = [[re.sub("(^|;)'", r'\1', cell) for cell in row] for row in table[1:]]
        return [dict(zip(table[0], row)) for row in plain]
      def flat(row): return {k: v.replace('\n', ' ') if isinstance(v, str) else v for k, v in row.items()}
      def typed(row):
        for key, kind in (('quotations', int), ('confidence', float)):
          if key in row: row[key] = kind(row[key])
        return parsed(row)
      def first(graph, row):
        if 'evidence' not in row: return {}
        quote = row['evidence'][0]
        document = {d['id']: d for d in graph['documents']}.get(quote['document'], {})
        return {k: visible(v) for k, v in {
          'quotation': quote['text'], 'speaker': speaker(graph, quote, ''),
          'document': quote['document'],
          'published': document.get('date'), 'publisher': document.get('source'),
          'url': document.get('url')}.items() if v and visible(v)}
      for source, path in pairs:
        graph = load(source)
        stem = path.removesuffix('.csv')
        nodes, edges = rows(stem + '.nodes.csv'), rows(stem + '.edges.csv')
        assert [n['id'] for n in nodes] == [n['id'] for n in graph['nodes']]
        assert [e['id'] for e in edges] == [e['id'] for e in graph['edges']]
        for found, node in zip(nodes, graph['nodes']):
          row = node_row(graph, node)
          same(typed(found), flat({'id': node['id'], **row, **first(graph, row)}), path)
        for found, edge in zip(edges, graph['edges']):
          row = edge_row(graph, edge)
          ends = {k: edge[k] for k in ('id', 'source', 'target')}
          same(typed(found), flat({**ends, **row, **first(graph, row)}), path)
        for name in ('.nodes.csv', '.edges.csv'):
          for separator in ',;\t':
            with open(stem + name, encoding='utf-8-sig', newline='') as file:
              for row in csv.reader(file, delimiter=separator):
                for cell in row:
                  start = cell.lstrip(' "\u3000\xa0')[:1]
                  assert start not in list('=+-@\t\r＝＋－＠'), (path, separator, cell)
      """#

  /// Cleans every property as FollowTheMoney does, and looks whether anything changes or leads nowhere.
  static let followTheMoney =
    columns + #"""

      import re
      from followthemoney import model
      QUOTE = re.compile(r'^“((?:(?!” — said by ).)*)”(?: — said by (.*))? \((.*), bytes (\d+)–(\d+)(?:, rule (.*))?\)$', re.S)
      ID = re.compile(r'^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$')
      for source, path in pairs:
        graph = load(source)
        lines = open(path, encoding='utf-8').read().split('\n')
        assert lines.pop() == ''
        entities = {}
        for line in lines:
          data = json.loads(line)
          assert data['id'] not in entities and ID.match(data['id']) and len(data['id']) <= 200, data['id']
          proxy = model.get_proxy(data, cleaned=False)
          assert proxy.to_dict()['properties'] == data['properties'], (path, data, proxy.to_dict())
          assert (proxy.id, proxy.schema.name) == (data['id'], data['schema'])
          try: model.get(data["schema"]).validate(data)
          except Exception as error: raise AssertionError(path, error.errors)
          entities[data['id']] = proxy
        for proxy in entities.values():
          for prop, value in proxy.itervalues():
            if prop.type.name == 'entity':
              assert entities[value].schema.is_a(prop.range), (proxy.id, prop.name, value)
        articles = [p for p in entities.values() if p.schema.name == 'Article']
        edges = [p for p in entities.values() if p.schema.edge]
        nodes = [p for p in entities.values() if not p.schema.edge and p.schema.name != 'Article']
        assert len(articles) == len(graph['documents']), path
        assert len(nodes) == len(graph['nodes']) and len(edges) == len(graph['edges']), path
        if 'hostile' in source: continue
        def quotations(values):
          found = (QUOTE.match(v).groups() for v in values)
          return [(t, b, d, int(s), int(e), r) for t, b, d, s, e, r in found]
        def wanted(evidence):
          return [(q['text'], speaker(graph, q, '“”'), q['document'], q['start'], q['end'],
            q.get('rule')) for q in evidence]
        by_id = {n.removeprefix('id: '): p for p in nodes for n in p.get('notes') if n.startswith('id: ')}
        def entity(id): return by_id.get(id) or entities[id]
        def dates(proxy, date, end):
          kept = [d for d in (date, end) if d and d > '1000']
          found = [v for p in ('date', 'startDate', 'endDate') for v in proxy.get(p)]
          assert found == kept, (proxy.id, found, kept)
        for node in graph['nodes']:
          proxy = entity(node['id'])
          assert proxy.first('name') == node['name'], node['id']
          assert 'kind: ' + node['kind'] in proxy.get('keywords')
          if 'status' in node:
            assert quotations(proxy.get('description')) == wanted(node['evidence']), node['id']
            sides = {entity(e['source']).id for e in graph['edges'] if e['target'] == node['id']
              and e['type'] in ('participant', 'party-to', 'visitor')
              and entity(e['source']).schema.is_a('LegalEntity')}
            assert sorted(proxy.get('involved')) == sorted(sides), node['id']
            told = {'status': node['status'], 'act': node.get('act'), 'noun': node.get('noun'),
              'place': node['place'], 'within': node.get('within')}
            for key, value in told.items():
              assert value is None or f'{key}: {value}' in proxy.get('keywords'), (node['id'], key)
            dates(proxy, node['date'], node['end'])
            if (node['date'] or '2') < '1000': assert 'date: ' + node['date'] in proxy.get('keywords')
          else:
            noted = [v for v in proxy.get('notes') if QUOTE.match(v)]
            assert quotations(noted) == wanted(node['mentions']), node['id']
            assert {*node['aliases']} <= {*proxy.get('alias'), node['name']}
            country = node['id'] if node['kind'] == 'country' else node['country']
            assert ['country.' + c for c in proxy.get('country')] == [c for c in [country] if c]
        status = {n['id']: n for n in graph['nodes'] if 'status' in n}
        for edge in graph['edges']:
          proxy = next(p for p in edges if p.first('recordId') == edge['id'])
          ends = (entity(edge['source']).id, entity(edge['target']).id)
          assert list(proxy.edgepairs()) == [ends]
          assert quotations(proxy.get('description')) == wanted(edge['evidence'])
          assert proxy.get('role') == [edge['role'] or edge['type']]
          assert proxy.get('summary') == ['type: ' + edge['type'], 'origin: ' + edge['origin'],
            'confidence: %.2f' % edge['confidence']]
          event = status.get(edge['target']) if edge['type'] != 'may-be-same' else None
          assert proxy.get('status') == ([event['status']] if event else [])
          if event: dates(proxy, event['date'], event['end'])
          files = {entities[a].first('fileName') for a in proxy.get('proof')}
          assert files == {q['document'] for q in edge['evidence']}
      """#

  /// Reads the comments; the statements are read by Mermaid itself.
  static let mermaidComments =
    columns + #"""

      for source, path in pairs:
        graph = load(source)
        kinds = {'node': {}, 'edge': {}, 'quotation': {}}
        for line in open(path, encoding='utf-8').read().split('\n'):
          words = line.split(' ', 2)
          if words[0] != '%%' or words[1] not in kinds: continue
          number, text = (words[2].split(' ', 1) if words[1] == 'quotation' else (None, words[2]))
          record = json.loads(text)
          kinds[words[1]][int(number) if number else record['id']] = record
        assert len(kinds['node']) == len(graph['nodes']) and len(kinds['edge']) == len(graph['edges'])
        def cited(record): return [kinds['quotation'][n] for n in record.get('quotations', [])]
        for node in graph['nodes']:
          found = kinds['node'][node['id']]
          evidence = node['evidence'] if 'status' in node else node['mentions']
          assert cited(found) == quotes(graph, evidence), (path, node['id'])
          for key in node:
            if key not in ('mentions', 'evidence') and node[key] not in (None, []):
              assert found[key] == node[key], (path, key, found.get(key), node[key])
        for edge in graph['edges']:
          found = kinds['edge'][edge['id']]
          assert cited(found) == quotes(graph, edge['evidence'])
          for key in ('type', 'role', 'origin', 'confidence'):
            assert found.get(key) == edge[key]
      """#
}
