// What the filters let pass.

/** The id of an entity's country, which a country itself is; empty where none is known. */
const countryOf = (entity) => entity.country ?? (entity.kind === 'country' ? entity.id : '');

const facets = [
  {id: 'kind', title: 'What happened', of: (node) => node.isEvent && node.kind, word: kindsWord},
  {id: 'status', title: 'Status', of: (node) => node.isEvent && node.status,
    word: (status) => capital(statusWords[status] ?? status)},
  {id: 'who', title: 'Who', of: (node) => !node.isEvent && node.kind, word: kindsWord},
  {id: 'country', title: 'Country', of: (node) => !node.isEvent && countryOf(node),
    word: (id) => id ? countries.get(id) ?? id : 'Not known'},
  {id: 'source', title: 'Told by', of: null, word: capital},
];
const state = {
  query: '', from: '', to: '', undated: true, view: 'picture', chosen: null,
  ...Object.fromEntries(facets.map((facet) => [facet.id, new Set()])),
};
const sourcesOf = (node) => node.sources ??= [...new Set(node.documents.map(outlet))];

const firstDay = (date) => date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
const lastDay = (date) => date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;
const hasDates = () => state.from !== '' || state.to !== '';
const inDates = (event) => {
  if (!hasDates()) return true;
  if (!event.date) return state.undated;
  return (!state.to || firstDay(event.date) <= state.to)
    && (!state.from || lastDay(event.end ?? event.date) >= state.from);
};

/** What passes all filters but one; of nodes, a set of them. */
const passing = (except) => {
  const asks = (id) => id !== except && state[id].size > 0;
  const own = (node) => {
    if (asks('source') && !sourcesOf(node).some((source) => state.source.has(source))) return false;
    if (node.isEvent) {
      return !(asks('kind') && !state.kind.has(node.kind)) && !(asks('status') && !state.status.has(node.status))
        && (except === 'dates' || inDates(node));
    }
    return !(asks('who') && !state.who.has(node.kind)) && !(asks('country') && !state.country.has(countryOf(node)));
  };
  const passed = new Set(nodes.filter(own));
  const asksEvents = asks('kind') || asks('status') || (except !== 'dates' && hasDates());
  const asksEntities = asks('who') || asks('country');
  const kept = new Set(passed);
  for (const event of events) {
    const isTheirs = (edge) => passed.has(nodes[edge.source]) && !nodes[edge.source].isEvent;
    if (asksEntities && !event.in.some(isTheirs)) kept.delete(event);
  }
  for (const entity of entities) {
    if (asksEvents && kept.has(entity) && !takesPart(entity).some((edge) => kept.has(nodes[edge.target]))) {
      kept.delete(entity);
    }
  }
  return kept;
};

let hits = null;

/** Whether a node fits the search: itself, or for an event who takes part in it. */
const found = (node) =>
  !hits || hits.has(node) || (node.isEvent && node.in.some((edge) => hits.has(nodes[edge.source])));
const visible = {nodes: new Set(nodes), edges: new Set(edges)};
