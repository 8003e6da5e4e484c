// Choosing, views, keys, and the start.

let origin = null;
const route = () => {
  try {
    return location.hash.startsWith('#/') ? resolve(decodeURIComponent(location.hash.slice(2))) : null;
  } catch {
    return null;
  }
};
const open = (id, from) => {
  if (from && !byId('evidence').contains(from)) origin = from;
  const target = `#/${encodeURIComponent(id)}`;
  if (location.hash === target) choose(true);
  else location.hash = target;
};
const shut = () => {
  const back = origin;
  origin = null;
  location.hash = '#/';
  (back?.isConnected ? back : byId('query')).focus();
};
const choose = (moves) => {
  state.chosen = route();
  paintEvidence();
  paintPicture();
  for (const table of Object.values(tables)) paintTable(table);
  if (!moves || !state.chosen) return;
  const isBeside = matchMedia('(min-width: 48rem)').matches;
  byId('evidence').querySelector('h2').focus({preventScroll: isBeside});
};

const views = [
  ['picture', 'Picture'], ['events', 'What happened'], ['entities', 'People and bodies'],
  ['statements', 'Statements'], ['documents', 'Articles'],
];
const show = (name) => {
  state.view = name;
  if (tables[name]) build(name);
  for (const [id] of views) {
    byId(`view-${id}`).hidden = id !== name;
    byId(`tab-${id}`).setAttribute('aria-selected', String(id === name));
    byId(`tab-${id}`).setAttribute('tabindex', id === name ? '0' : '-1');
  }
  refresh();
};
const buildTabs = () => {
  const bar = byId('tabs');
  bar.append(...views.map(([id, title]) => {
    const tab = el('button', {type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `view-${id}`}, title);
    tab.addEventListener('click', () => show(id));
    return tab;
  }));
  bar.addEventListener('keydown', (event) => {
    const at = views.findIndex(([id]) => id === state.view);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: views.length - 1}[event.key];
    if (to === undefined) return;
    event.preventDefault();
    show(views[(to + views.length) % views.length][0]);
    byId(`tab-${state.view}`).focus();
  });
};

const listenToTables = () => {
  byId('views').addEventListener('keydown', (event) => {
    const row = event.target.closest?.('tr');
    if (!row || !event.target.matches('a') || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    let next = row;
    do next = event.key === 'ArrowDown' ? next.nextElementSibling : next.previousElementSibling; while (next?.hidden);
    next?.querySelector('[data-row]')?.focus();
    event.preventDefault();
  });
  document.addEventListener('click', (event) => {
    const from = event.target.closest?.('a[href^="#/"]');
    if (!from || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(decodeURIComponent(from.getAttribute('href').slice(2)), from);
  });
};

const listenToKeys = () => {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.matches?.('input:not([type="checkbox"])');
    if (event.key === '/' && byId('slash').checked && !isTyping) {
      event.preventDefault();
      byId('query').focus();
      byId('query').select();
    } else if (event.key === 'Escape' && state.chosen) {
      shut();
    }
  });
};


preparePicture();
buildFacets();
buildTabs();
if (!svg) {
  byId('view-picture').remove();
  byId('tab-picture').remove();
  views.shift();
}
const wide = matchMedia('(min-width: 78rem)');
const unfold = () => { if (wide.matches) byId('filters').open = true; };
wide.addEventListener('change', unfold);
unfold();
listenToPicture();
listenToSearch();
listenToTables();
listenToKeys();
addEventListener('hashchange', () => choose(true));
addEventListener('beforeprint', () => {
  for (const name of ['events', 'entities', 'documents']) build(name);
  for (const more of byId('evidence').querySelectorAll('details')) more.open = true;
});
show(views[0][0]);
choose(false);
document.documentElement.dataset.ready = '';
