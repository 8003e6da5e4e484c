// The panel of evidence: for a node, a statement, an article, or what the picture draws as one.

const nodePanel = (node) => {
  return {
    eyebrow: [capital(kindWord(node.kind)),
      node.isEvent ? progress(node) : node.kind === 'country' ? null : countries.get(node.country)],
    title: label(node),
    body: [
      facts([
        ['When', node.isEvent && (node.when ?? 'not stated in these articles')],
        ['Where', placeName(node) && nodeLink(nodes[node.place])],
        ['Part of', node.within !== undefined && nodeLink(nodes[node.within])],
        ['Also', node.aliases.length && named(node.aliases.join('; '))],
        ['Formerly', node.formerly?.length && node.formerly.join(', ')],
      ]),
      whereDrawn(node),
      node.isEvent ? quotations(node.evidence, 'No sentence is quoted for it.') : mentions(node),
      statementLists(node), node.isEvent ? reportList(node) : null, judgementList(node),
    ],
  };
};

const edgePanel = (edge) => {
  const isDrawable = nodes[edge.target].isEvent;
  const count = edge.line?.edges.length ?? 0;
  const where = edge.line
    ? count > 1 && aside('In the picture one ', link(edge.line.key, 'line'), ` stands for ${plural(count, 'statement')}.`)
    : aside(isDrawable ? 'No line of the picture stands for it. It stands in the table.'
      : 'Not a line in the picture, which draws only who took part.');
  const ends = [nodes[edge.source], nodes[edge.target]];
  return {
    eyebrow: ['Statement', edge.origin === 'text' ? `${percent(edge.confidence)} sure by rule` : edge.origin],
    title: [ends[0].name, isOffice(edge) && edge.role ? ', ' : ' ', statementWords(edge), ' ', label(ends[1])].join(''),
    body: [
      el('ul', {}, ends.map((end) => el('li', {}, nodeLink(end), el('small', {}, ` · ${kindWord(end.kind)}`)))),
      where,
      quotations(edge.evidence, originWords[edge.origin] ?? 'No sentence is quoted for it.'),
    ],
  };
};

const together = (evidence) => [...new Map(evidence.map((passage) => [passage[0], passage])).values()];

const thingPanel = (thing) => {
  const isBox = thing.nodes.length > 0;
  const items = isBox ? thing.nodes : thing.edges;
  const ends = isBox ? [] : [items[0].source, items[0].target].map((i) => caption(nodes[i].box));
  return {
    eyebrow: ['In the picture', plural(items.length, isBox ? 'item' : 'statement')],
    title: isBox ? caption(thing) : ends.join(' – '),
    body: [
      el('h3', {}, isBox ? 'Drawn as one' : 'One line for'),
      el('ul', {}, items.map((item) => el('li', {}, isBox ? nodeLink(item) : [
        nodeLink(nodes[item.source]), ' ', link(item.id, named(statementWords(item))), ' ',
        nodeLink(nodes[item.target])]))),
      quotations(together(items.flatMap((item) => item.evidence)), 'No sentence is quoted for it.'),
    ],
  };
};

const articlePanel = (i) => {
  const article = documents[i];
  const mine = [...nodes, ...edges].flatMap((item) => item.evidence).filter(([quote]) => quotes[quote][0] === i);
  const exact = new Map();
  for (const [quote, bounds, , ruleList] of mine) {
    const known = exact.get(quote) ?? [quote, [], [], []];
    known[1].push(...bounds);
    known[3] = [...new Set([...known[3], ...ruleList])];
    exact.set(quote, known);
  }
  const list = [...exact.values()].sort((a, b) => quotes[a[0]][1] - quotes[b[0]][1]);
  const url = article.url ? address(article.url) : null;
  return {
    eyebrow: ['Article', article.source, article.when], title: articleName(article),
    body: [
      facts([
        ['File', article.title && named(article.id)],
        ['Address', url && outside(url, url)],
        ['Like', article.copy !== undefined
          && link(`/${article.copy}`, named(articleName(documents[article.copy])))],
      ]),
      el('h3', {}, 'Events it tells of'),
      el('ul', {}, inOrder.filter((event) => event.documents.includes(i)).map((event) =>
        el('li', {}, nodeLink(event), event.when ? el('small', {}, ` · ${event.when}`) : null))),
      quotations(list, 'Nothing is quoted from it.'),
    ],
  };
};

const resolve = (id) => {
  if (byNode.has(id)) return {address: id, node: byNode.get(id)};
  if (byEdge.has(id)) return {address: id, edge: byEdge.get(id)};
  if (/^\/\d+$/.test(id) && documents[Number(id.slice(1))]) return {address: id, article: Number(id.slice(1))};
  const thing = drawn.get(id);
  return thing && (thing.nodes.length || thing.edges.length) ? {address: id, thing} : null;
};

const paintEvidence = () => {
  const {chosen} = state;
  const panel = byId('evidence');
  panel.classList.toggle('empty', !chosen);
  document.body.classList.toggle('reading', Boolean(chosen));
  panel.scrollTop = 0;
  if (!chosen) {
    panel.replaceChildren(el('h2', {tabindex: '-1'}, 'Evidence'), el('p', {class: 'small'},
      'Choose a box or a line of the picture, or a name in a table: the sentences that say so appear here, with the '
      + 'article and the place in it.'));
    return;
  }
  const {eyebrow, title, body} = chosen.node ? nodePanel(chosen.node) : chosen.edge ? edgePanel(chosen.edge)
    : chosen.thing ? thingPanel(chosen.thing) : articlePanel(chosen.article);
  const close = el('button', {type: 'button', class: 'plain close'}, 'Close');
  close.addEventListener('click', shut);
  panel.replaceChildren(
    el('div', {class: 'head'}, el('p', {class: 'eyebrow'}, named(eyebrow.filter(Boolean).join(' · '))), close),
    el('h2', {tabindex: '-1'}, named(title)), ...body.flat(4).filter(Boolean));
};
