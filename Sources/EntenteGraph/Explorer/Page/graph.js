// The graph that was written with the page, and the words for what it says.

const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId('data').textContent);
const {nodes, edges, documents, quotes, rules, judgements} = data;
const countries = new Map(data.countries);

const kindWords = {
  person: ['person', 'people'], party: ['party', 'parties and their bodies'],
  ministry: ['ministry', 'ministries'], province: ['province', 'provinces'], country: ['country', 'countries'],
  organization: ['other body', 'other bodies'], place: ['place', 'places'], meeting: ['meeting', 'meetings'],
  visit: ['visit', 'visits'], agreement: ['agreement', 'agreements'],
};
const kindWord = (kind) => kindWords[kind]?.[0] ?? kind.replaceAll('-', ' ');
const kindsWord = (kind) => capital(kindWords[kind]?.[1] ?? kind.replaceAll('-', ' '));
const statusWords = {
  held: 'held', signed: 'signed', planned: 'announced only', proposed: 'proposed', cancelled: 'called off',
};
const typeWords = {
  participant: 'takes part in', 'party-to': 'is a side of', visitor: 'makes', witness: 'witnesses',
  signatory: 'signs for a side of', host: 'is host of', leads: 'leads', 'member-of': 'serves in',
  'part-of': 'belongs to', 'may-be-same': 'may be the same as',
};
const typeWord = (type) => typeWords[type] ?? type.replaceAll('-', ' ');
/** `held`, `exchanged`, `announced only`: a signed agreement by what was done with it. */
const progress = (event) => (event.status === 'signed' && event.act) || statusWords[event.status];
const originWords = {
  background: 'No article here says so: it comes from the knowledge pack.',
  inferred: 'No article says so in so many words: it follows from other statements by a rule.',
  user: 'Added by hand.',
};
const isSide = (edge) => ['participant', 'party-to', 'visitor'].includes(edge.type);
const isOffice = (edge) => edge.type === 'leads' || edge.type === 'member-of';

for (const [i, node] of nodes.entries()) {
  Object.assign(node, {index: i, isEvent: node.status !== undefined, out: [], in: [], aliases: node.aliases ?? []});
}
for (const [i, edge] of edges.entries()) {
  edge.index = i;
  nodes[edge.source].out.push(edge);
  nodes[edge.target].in.push(edge);
  edge.documents = [...new Set(edge.evidence.map(([quote]) => quotes[quote][0]))];
}
const events = nodes.filter((node) => node.isEvent);
const entities = nodes.filter((node) => !node.isEvent);
const byNode = new Map(nodes.map((node) => [node.id, node]));
const byEdge = new Map(edges.map((edge) => [edge.id, edge]));
const sideNames = (event) =>
  [...new Set(event.in.filter(isSide).map((edge) => nodes[edge.source].name))];
const takesPart = (entity) => entity.out.filter((edge) => nodes[edge.target].isEvent);
const placeName = (event) => event.place === undefined ? null : nodes[event.place].name;
const outlet = (i) => documents[i]?.source ?? 'source not stated';
const articleName = (article) => article.title ?? article.id;

/** Agreements are often called alike: their sides tell them apart. */
const label = (node) =>
  node.kind === 'agreement' && sideNames(node).length ? `${node.name}: ${sideNames(node).join(' – ')}` : node.name;

const offices = (node) =>
  [...new Set(node.out.filter((edge) => isOffice(edge) && edge.role)
    .map((edge) => `${edge.role}, ${nodes[edge.target].name}`))];


for (const node of nodes) {
  node.keys = [node.name, ...node.aliases].map(fold);
  node.more = fold([
    node.id.replace(/[.-]/g, ' '), kindWord(node.kind), countries.get(node.country) ?? '', ...offices(node),
    node.noun ?? '', placeName(node) ?? '',
  ].join(' '));
}

/** How well a node fits the folded words; 0 for not at all. */
const fit = (node, words, whole) => {
  let best = 0;
  for (const key of node.keys) {
    if (key === whole) best = Math.max(best, 6);
    else if (key.startsWith(whole)) best = Math.max(best, 5);
    else if (words.every((word) => ` ${key}`.includes(` ${word}`))) best = Math.max(best, 4);
    else if (words.every((word) => key.includes(word))) best = Math.max(best, 3);
  }
  if (best) return best;
  const all = ` ${node.keys.join(' ')} ${node.more}`;
  return words.every((word) => all.includes(` ${word}`)) ? 1 : 0;
};
