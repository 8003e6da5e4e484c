// The filters on the page, with their counts, and what they leave.

const facetParts = new Map();
const isUnknown = (value) => value === '' || value === 'source not stated';
const usual = [
  'visit', 'meeting', 'agreement', 'held', 'signed', 'planned', 'proposed', 'cancelled',
  'person', 'party', 'ministry', 'organization', 'province', 'place', 'country',
];

/** So many choices of a filter stand open; of more, the largest do, and the others unfold. */
const most = 10;

/** Outlets are counted by events. */
const valuesOf = (facet, node) => {
  if (facet.of) return [facet.of(node)].filter((value) => value !== false);
  return node.isEvent ? sourcesOf(node) : [];
};

const optionsOf = (facet) => {
  const tally = new Map(facet.of ? [] : documents.map((_, i) => [outlet(i), 0]));
  for (const node of nodes) for (const value of valuesOf(facet, node)) tally.set(value, (tally.get(value) ?? 0) + 1);
  const rank = (value) => usual.indexOf(value) + 1 || 99;
  const bySize = tally.size > most;
  return [...tally.keys()].sort((a, b) => rank(a) - rank(b) || isUnknown(a) - isUnknown(b)
    || (bySize ? tally.get(b) - tally.get(a) : 0) || compare(fold(facet.word(a)), fold(facet.word(b))));
};

const option = (name, checked, change) => {
  const input = el('input', {type: 'checkbox', checked});
  const count = el('span', {class: 'count'});
  input.addEventListener('change', () => change(input.checked));
  return {input, count, row: el('label', {class: 'option'}, input, el('span', {class: 'name'}, named(name)), count)};
};

const buildFacets = () => {
  const place = byId('facets');
  for (const facet of facets) {
    const values = optionsOf(facet);
    if (!values.length) continue;
    const options = new Map(values.map((value) => [value, option(facet.word(value), false, (isOn) => {
      if (isOn) state[facet.id].add(value);
      else state[facet.id].delete(value);
      refresh();
    })]));
    facetParts.set(facet.id, options);
    const rows = [...options.values()].map((part) => part.row);
    const others = rows.length > most + 2 ? rows.splice(most) : [];
    place.append(el('fieldset', {'data-facet': facet.id}, el('legend', {}, facet.title), el('div', {}, rows),
      others.length ? el('details', {}, el('summary', {}, `${others.length} more`), others) : null));
    if (facet.id === 'status') place.append(buildDates());
  }
  const clear = el('button', {type: 'button', class: 'plain', id: 'clear'}, 'Clear search and filters');
  clear.addEventListener('click', clearAll);
  place.append(clear);
};

const buildDates = () => {
  const dated = events.filter((event) => event.date);
  const first = dated.map((event) => firstDay(event.date)).sort()[0];
  const last = dated.map((event) => lastDay(event.end ?? event.date)).sort().at(-1);
  const field = (id, title, value) => {
    const input = el('input', {type: 'date', id, title: value ? `${title} ${value}` : null});
    input.addEventListener('input', () => {
      state[id] = input.value;
      refresh();
    });
    return el('label', {}, title, input);
  };
  const undated = option('Without a date', true, (isOn) => {
    state.undated = isOn;
    refresh();
  });
  facetParts.set('undated', undated);
  return el('fieldset', {'data-facet': 'dates'}, el('legend', {}, 'When'),
    el('div', {class: 'dates'}, field('from', 'From', first), field('to', 'To', last)), undated.row);
};

const clearAll = () => {
  for (const facet of facets) state[facet.id].clear();
  Object.assign(state, {query: '', from: '', to: '', undated: true});
  byId('query').value = '';
  for (const input of byId('facets').querySelectorAll('input')) {
    if (input.type === 'checkbox') input.checked = false;
    else input.value = '';
  }
  if (facetParts.has('undated')) facetParts.get('undated').input.checked = true;
  refresh();
};

const isFiltered = () => state.query !== '' || hasDates() || facets.some((facet) => state[facet.id].size);

const paintFacets = () => {
  for (const facet of facets) {
    const options = facetParts.get(facet.id);
    if (!options) continue;
    const counts = new Map();
    for (const node of passing(facet.id)) {
      if (!found(node)) continue;
      for (const value of valuesOf(facet, node)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    for (const [value, part] of options) {
      const count = counts.get(value) ?? 0;
      part.count.textContent = String(count);
      part.row.classList.toggle('empty', count === 0);
    }
  }
  const undated = [...passing('dates')].filter((node) => node.isEvent && !node.date && found(node)).length;
  if (facetParts.has('undated')) facetParts.get('undated').count.textContent = String(undated);
  return undated;
};

const paintResult = (undated) => {
  const shownEvents = events.filter((event) => visible.nodes.has(event)).length;
  const shownEntities = entities.filter((entity) => visible.nodes.has(entity)).length;
  const allEvents = plural(events.length, 'event');
  const allEntities = plural(entities.length, 'person, body or place', 'people, bodies and places');
  const words = isFiltered()
    ? `Showing ${shownEvents} of ${allEvents} and ${shownEntities} of ${allEntities}.`
    : `${allEvents}; ${allEntities}; ${plural(edges.length, 'statement')}.`;
  const fate = state.undated ? 'shown whatever the dates' : 'left out';
  const dates = hasDates() && undated
    ? ` ${plural(undated, 'event')} without a date ${undated === 1 ? 'is' : 'are'} ${fate}.` : '';
  const away = state.view === 'picture' && svg && isFiltered()
    ? (() => {
      const count = nodes.filter((node) => visible.nodes.has(node) && !node.box).length;
      return count ? ` ${count} of them ${count === 1 ? 'is' : 'are'} not in the picture; the tables have them.` : '';
    })() : '';
  byId('result').textContent = words + dates + away;
  const active = facets.reduce((sum, facet) => sum + state[facet.id].size, 0) + (hasDates() ? 1 : 0);
  byId('active').textContent = active ? ` (${active} set)` : '';
  const told = facets.filter((facet) => state[facet.id].size)
    .map((facet) => `${facet.title}: ${[...state[facet.id]].map((value) => facet.word(value)).join(', ')}`);
  if (state.query) told.unshift(`Search: ${state.query}`);
  if (hasDates()) told.push(`When: ${state.from || 'any day'} to ${state.to || 'any day'}`);
  byId('filtered').textContent = told.length ? shown(`Filtered. ${told.join('. ')}. ${words}${dates}`) : '';
};

const refresh = () => {
  const whole = fold(state.query);
  const words = whole.split(' ').filter(Boolean);
  hits = words.length ? new Set(nodes.filter((node) => fit(node, words, whole) > 0)) : null;
  const kept = passing(null);
  visible.nodes = new Set([...kept].filter(found));
  visible.edges = new Set(edges.filter((edge) => {
    const [source, target] = [nodes[edge.source], nodes[edge.target]];
    if (!kept.has(source) || !kept.has(target)) return false;
    if (state.source.size && !edge.documents.some((i) => state.source.has(outlet(i)))) return false;
    return !hits || hits.has(source) || hits.has(target);
  }));
  paintResult(paintFacets());
  paintPicture();
  for (const table of Object.values(tables)) paintTable(table);
};
