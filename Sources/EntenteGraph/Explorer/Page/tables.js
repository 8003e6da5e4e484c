// The tables: everything that the graph holds, in rows that open.

const link = (id, ...content) => el('a', {href: `#/${encodeURIComponent(id)}`}, ...content);
const rowLink = (id, ...content) => el('a', {href: `#/${encodeURIComponent(id)}`, 'data-row': true}, ...content);
const nodeLink = (node) => link(node.id, named(label(node)));
/** `takes part in (co-chair)`, `President of`. */
const statementWords = (edge) => {
  if (!edge.role) return typeWord(edge.type);
  return isOffice(edge) ? `${edge.role} of` : `${typeWord(edge.type)} (${edge.role})`;
};
const dateKey = (date) => date ? firstDay(date) : '\uffff';
const kindOrder = (kind) => ['visit', 'meeting', 'agreement'].indexOf(kind);
const inOrder = [...events].sort((a, b) =>
  compare(dateKey(a.date), dateKey(b.date)) || kindOrder(a.kind) - kindOrder(b.kind) || a.index - b.index);
const articleCount = (node) => node.documents.length;
const eventCount = (entity) => new Set(takesPart(entity).map((edge) => edge.target)).size;

const tables = {
  events: {
    title: 'What happened', rows: () => inOrder, visible: (event) => visible.nodes.has(event),
    address: (event) => event.id,
    about: 'Meetings, visits and agreements, oldest first; those without a date stand at the end.',
    columns: [
      {title: 'Date', className: 'date', key: (event) => dateKey(event.date),
        cell: (event) => event.when ?? 'not stated'},
      {title: 'What happened', head: true, key: (event) => fold(event.name), cell: (event) => [
        rowLink(event.id, named(event.name)),
        el('small', {}, [kindWord(event.kind), progress(event), placeName(event) && `in ${placeName(event)}`]
          .filter(Boolean).join(' · ')),
      ]},
      {title: 'Between', key: (event) => fold(sideNames(event).join(' ')), cell: (event) => {
        const sides = [...new Set(event.in.filter(isSide).map((edge) => nodes[edge.source]))];
        return sides.flatMap((side, i) => [i ? ', ' : '', nodeLink(side)]);
      }},
      {title: 'Articles', className: 'number', key: (event) => -articleCount(event),
        cell: (event) => String(articleCount(event))},
    ],
  },
  entities: {
    title: 'People and bodies', rows: () => [...entities].sort((a, b) => compare(fold(a.name), fold(b.name))),
    visible: (entity) => visible.nodes.has(entity), address: (entity) => entity.id,
    about: 'People, parties, ministries, provinces, countries, other bodies and places.',
    columns: [
      {title: 'Name', head: true, key: (entity) => fold(entity.name), cell: (entity) => [
        rowLink(entity.id, named(entity.name)),
        offices(entity).length ? el('small', {}, named(offices(entity).join('; '))) : null,
        entity.aliases.length ? el('small', {}, 'also ', named(entity.aliases.join('; '))) : null,
      ]},
      {title: 'Kind', key: (entity) => kindWord(entity.kind), cell: (entity) => kindWord(entity.kind)},
      {title: 'Country', key: (entity) => fold(countries.get(entity.country) ?? '\uffff'),
        cell: (entity) => entity.kind === 'country' ? ''
          : entity.country ? named(countries.get(entity.country)) : 'not known'},
      {title: 'Events', className: 'number', key: (entity) => -eventCount(entity),
        cell: (entity) => String(eventCount(entity))},
      {title: 'Articles', className: 'number', key: (entity) => -articleCount(entity),
        cell: (entity) => String(articleCount(entity))},
    ],
  },
  statements: {
    title: 'Statements', rows: () => edges, visible: (edge) => visible.edges.has(edge), address: (edge) => edge.id,
    about: 'Everything that joins two of them. How sure is set by rule and not calibrated: use it to sort.',
    columns: [
      {title: 'Who', key: (edge) => fold(nodes[edge.source].name), cell: (edge) => nodeLink(nodes[edge.source])},
      {title: 'Says', head: true, key: (edge) => statementWords(edge),
        cell: (edge) => rowLink(edge.id, named(statementWords(edge)))},
      {title: 'What', key: (edge) => fold(label(nodes[edge.target])), cell: (edge) => nodeLink(nodes[edge.target])},
      {title: 'How sure', className: 'number', key: (edge) => -edge.confidence,
        cell: (edge) => percent(edge.confidence)},
      {title: 'Quoted', className: 'number', key: (edge) => -edge.evidence.length,
        cell: (edge) => edge.evidence.length ? String(edge.evidence.length) : edge.origin},
    ],
  },
  documents: {
    title: 'Articles', rows: () => documents.map((document, i) => ({...document, i})), visible: () => true,
    address: (article) => `/${article.i}`, about: 'The articles read. Filters leave this table as it is.',
    columns: [
      {title: 'Article', head: true, key: (article) => fold(articleName(article)), cell: (article) => [
        rowLink(`/${article.i}`, named(articleName(article))),
        article.title ? el('small', {}, named(article.id)) : null,
        article.copy === undefined ? null
          : el('small', {}, 'nearly word for word like ', named(articleName(documents[article.copy]))),
        article.url && address(article.url)
          ? el('small', {}, outside(article.url, article.url)) : null,
      ]},
      {title: 'Told by', key: (article) => fold(outlet(article.i)), cell: (article) => named(outlet(article.i))},
      {title: 'Date', className: 'date', key: (article) => dateKey(article.date),
        cell: (article) => article.when ?? 'not stated'},
      {title: 'Events', className: 'number', key: (article) => -tells(article.i),
        cell: (article) => String(tells(article.i))},
    ],
  },
};
const tells = (i) => events.filter((event) => event.documents.includes(i)).length;

const build = (name) => {
  const table = tables[name];
  if (table.body) return;
  table.body = el('tbody');
  table.entries = table.rows().map((item) => ({item}));
  const heads = table.columns.map((column) => {
    const head = el('th', {scope: 'col', class: column.className}, el('button', {type: 'button'}, column.title));
    head.firstChild.addEventListener('click', () => sort(table, column, head, heads));
    return head;
  });
  for (const entry of table.entries) {
    entry.row = el('tr', {}, table.columns.map(({head, className, cell}) =>
      el(head ? 'th' : 'td', {scope: head ? 'row' : null, class: className}, cell(entry.item))));
  }
  table.body.append(...table.entries.map((entry) => entry.row));
  table.none = el('p', {class: 'small', hidden: true}, 'Nothing here fits the search and the filters.');
  byId(`view-${name}`).append(
    el('h2', {class: 'print-only'}, table.title),
    el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': table.title}, el('table', {},
      el('caption', {}, el('span', {}, table.about)), el('thead', {}, el('tr', {}, heads)), table.body)), table.none);
  paintTable(table);
};

const sort = (table, column, head, heads) => {
  const down = head.getAttribute('aria-sort') === 'ascending';
  for (const other of heads) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  const keyed = table.entries.map((entry, i) => ({entry, i, key: column.key(entry.item)}));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.i - b.i) * (down ? -1 : 1));
  table.body.append(...keyed.map(({entry}) => entry.row));
};

const paintTable = (table) => {
  if (!table.body) return;
  let count = 0;
  const chosen = state.chosen?.address;
  for (const {item, row} of table.entries) {
    const isOn = table.visible(item);
    count += isOn;
    row.hidden = !isOn;
    row.classList.toggle('chosen', table.address(item) === chosen);
  }
  table.none.hidden = count > 0;
};
