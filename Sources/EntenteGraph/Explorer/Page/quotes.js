// Quotations with what they say marked, and the lists around them.

/** A text with its quoted bytes marked and the names in it bold; bounds are pairs of UTF-16 offsets. */
const marked = (text, exact, names) => {
  const cuts = [...new Set([0, text.length, ...exact, ...names])].sort((a, b) => a - b);
  const inside = (bounds, start, end) => {
    for (let i = 0; i < bounds.length; i += 2) if (bounds[i] <= start && end <= bounds[i + 1]) return true;
    return false;
  };
  const parts = [];
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const [start, end] = [cuts[i], cuts[i + 1]];
    const words = text.slice(start, end);
    const part = inside(names, start, end) ? el('b', {}, words) : words;
    const isMarked = inside(exact, start, end);
    const last = parts.at(-1);
    const piece = isMarked ? el('mark', {}, part) : part;
    if (isMarked && last instanceof Element && last.tagName === 'MARK') last.append(...piece.childNodes);
    else parts.push(piece);
  }
  return parts;
};

const figure = ([quote, exact, names, ruleList, speakers]) => {
  const [place, start, end, text] = quotes[quote];
  const article = documents[place] ?? {id: 'unknown'};
  const url = article.url ? address(article.url) : null;
  const whole = exact.length === 2 && exact[0] === 0 && exact[1] === text.length;
  return el('figure', {class: 'quote'},
    el('blockquote', {class: whole ? 'whole' : 'context'}, marked(text, exact, names)),
    el('figcaption', {},
      speakers ? ['said by ', speakers.map((name, i) => [i ? ', ' : null, named(name)]), ' · '] : null,
      [article.source, article.when].filter(Boolean).map((word) => [named(word), ' · ']),
      article.title || url
        ? [url ? outside(url, article.title ?? url) : named(article.title), ' · '] : null,
      link(`/${place}`, named(article.id)), `, bytes ${start}–${end}`,
      ruleList.length ? [' · rule ', el('code', {}, ruleList.map((rule) => rules[rule]).join(', '))] : null));
};

/** So many quotations are shown at once; the others unfold. */
const atOnce = 6;

const quotations = (evidence, none) => {
  if (!evidence.length) return [el('h3', {}, 'Quotations'), el('p', {class: 'small'}, none)];
  const count = new Set(evidence.map(([quote]) => quotes[quote][0])).size;
  return [
    el('h3', {}, `${plural(evidence.length, 'quotation')} from ${plural(count, 'article')}`),
    ...evidence.slice(0, atOnce).map(figure),
    evidence.length > atOnce ? el('details', {},
      el('summary', {}, `${evidence.length - atOnce} more`), evidence.slice(atOnce).map(figure)) : null,
  ];
};

/** Where an entity is named: first in sentences that are quoted, then bare, an article a line. */
const mentions = (node) => {
  const bare = node.evidence.filter(([quote, exact]) => exact[0] === 0 && exact[1] === quotes[quote][3].length);
  const told = node.evidence.filter((passage) => !bare.includes(passage));
  const places = new Map();
  for (const [quote] of bare) {
    const [place, start, end, text] = quotes[quote];
    if (!places.has(place)) places.set(place, []);
    places.get(place).push(`“${text}” at bytes ${start}–${end}`);
  }
  return [
    told.length || !bare.length
      ? quotations(told, 'No sentence of these articles is quoted for it by itself; see the statements.') : null,
    bare.length ? [
      el('h3', {}, `${told.length ? 'Also named' : 'Named'}, in sentences that say nothing else`),
      el('ul', {}, [...places].map(([place, list]) => el('li', {},
        link(`/${place}`, named(documents[place]?.id ?? 'unknown')),
        el('small', {}, ' · ', named(list.join('; ')))))),
    ] : null,
  ];
};

const facts = (pairs) => {
  const some = pairs.filter(([, value]) => value);
  const rows = some.flatMap(([term, value]) => [el('dt', {}, term), el('dd', {}, value)]);
  return rows.length ? el('dl', {}, rows) : null;
};

const aside = (...words) => el('p', {class: 'where'}, words);

const whereDrawn = (node) => {
  const {box} = node;
  if (!box) {
    return aside('Not in the picture, which folds and leaves out. It stands in the table.');
  }
  const others = box.nodes.length - 1;
  if (others) {
    const whole = link(box.key, named(caption(box)));
    return aside('In the picture as part of “', whole, `”, with ${plural(others, 'other')}.`);
  }
  return caption(box) === node.name ? null : aside('In the picture as “', named(caption(box)), '”.');
};

const statementItem = (edge, from) => {
  const other = nodes[edge.source === from.index ? edge.target : edge.source];
    const sure = edge.origin === 'text' ? percent(edge.confidence) : edge.origin;
  const relation = link(edge.id, named(statementWords(edge)));
  relation.className = 'quiet';
  const isFrom = edge.source === from.index;
  return el('li', {}, isFrom ? [relation, ' ', nodeLink(other)] : [nodeLink(other), ' ', relation],
    el('small', {}, [' · ', [nodes[edge.target].when, sure].filter(Boolean).join(' · ')]));
};

const joinsEvents = (edge) => nodes[edge.source].isEvent && nodes[edge.target].isEvent;

const statementLists = (node) => {
  const lists = node.isEvent
    ? [['Who took part', node.in.filter((edge) => !nodes[edge.source].isEvent)],
      ['Other events', [...node.in, ...node.out].filter(joinsEvents)]]
    : [['Offices and belonging', node.out.filter((edge) => !nodes[edge.target].isEvent)],
      ['Took part in', takesPart(node).sort((a, b) =>
        compare(dateKey(nodes[a.target].date), dateKey(nodes[b.target].date)))],
      ['Said of it', node.in]];
  const parts = node.isEvent ? nodes.filter((other) => other.within === node.index) : [];
  return [
    lists.filter(([, list]) => list.length).map(([title, list]) => [
      el('h3', {}, title), el('ul', {}, list.map((edge) => statementItem(edge, node)))]),
    parts.length
      ? [el('h3', {}, 'Part of it'), el('ul', {}, parts.map((part) => el('li', {}, nodeLink(part))))] : null,
  ];
};

const reportList = (event) => {
  if (event.reports.length < 2) return null;
  return [el('h3', {}, 'What each article says of it'), el('ul', {}, event.reports.map((report) => el('li', {},
    link(`/${report.document}`, named(documents[report.document]?.id ?? 'unknown')), el('small', {}, ' · ', named([
      report.noun, statusWords[report.status], report.act, report.when ?? 'no date',
      report.place === undefined ? null : `in ${nodes[report.place].name}`].filter(Boolean).join(' · '))))))];
};

const verdictWords = {same: 'taken as the same', different: 'kept apart', maybe: 'may be the same'};
const judgementList = (node) => {
  const list = judgements.filter(([a, b]) => a === node.id || b === node.id);
  if (!list.length) return null;
  const heading = el('h3', {}, 'Names and reports joined or kept apart');
  return [heading, el('ul', {}, list.map(([a, b, verdict, score, reasons]) => {
    const other = a === node.id ? b : a;
    return el('li', {}, byNode.has(other) ? nodeLink(byNode.get(other)) : named(other),
      `: ${verdictWords[verdict] ?? verdict}, ${percent(score)}`,
      el('small', {}, ' · ', named(reasons.join('; '))));
  }))];
};
