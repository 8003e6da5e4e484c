// The picture: boxes that can be chosen with mouse and keys, lines that can be hit.

const svg = document.querySelector('#picture svg');
const prefix = svg ? svg.id.slice(0, -'svg'.length) : '';
const drawn = new Map();

const drawnThing = (key) => {
  if (!svg || key === undefined) return null;
  if (!drawn.has(key)) {
    const element = document.getElementById(prefix + key);
    drawn.set(key, element && svg.contains(element) ? {key, element, nodes: [], edges: []} : null);
  }
  return drawn.get(key);
};
for (const node of nodes) {
  node.box = drawnThing(node.drawn?.[0] ?? node.id);
  node.box?.nodes.push(node);
}
for (const edge of edges) {
  edge.line = drawnThing(edge.drawn);
  edge.line?.edges.push(edge);
}
const things = [...drawn.values()].filter(Boolean);
const boxes = things.filter((thing) => thing.nodes.length);
const caption = (thing) => thing.nodes[0].drawn?.[1] ?? thing.nodes[0].name;

const preparePicture = () => {
  if (!svg) return;
  svg.setAttribute('role', 'group');
  for (const link of svg.querySelectorAll('a')) link.removeAttribute('href');
  for (const group of svg.querySelectorAll('g.edge')) group.setAttribute('aria-hidden', 'true');
  for (const thing of things) {
    const {element} = thing;
    element.dataset.key = thing.key;
    if (thing.nodes.length) {
      const first = thing.nodes[0];
      const words = thing.nodes.length === 1 ? [kindWord(first.kind)] : [plural(thing.nodes.length, 'item')];
      if (first.when) words.push(first.when);
      if (first.isEvent) words.push(progress(first));
      element.setAttribute('role', 'button');
      element.setAttribute('aria-pressed', 'false');
      element.setAttribute('aria-label', shown(`${caption(thing)}, ${words.join(', ')}`));
      element.setAttribute('tabindex', '-1');
    } else {
      for (const path of [...element.querySelectorAll('path')]) {
        const hit = path.cloneNode();
        for (const name of [...hit.getAttributeNames()]) if (name !== 'd') hit.removeAttribute(name);
        hit.setAttribute('class', 'hit');
        path.after(hit);
      }
    }
  }
  boxes[0]?.element.setAttribute('tabindex', '0');
};

const thingAt = (target) => {
  const element = target.closest?.('[data-key]');
  return element ? drawn.get(element.dataset.key) : null;
};
const addressOf = (thing) => {
  if (thing.nodes.length === 1) return thing.nodes[0].id;
  if (!thing.nodes.length && thing.edges.length === 1) return thing.edges[0].id;
  return thing.key;
};

/** The next box in a direction: the nearest, with a penalty for what lies aside. */
const neighbour = (from, key) => {
  const middle = (thing) => {
    const box = thing.element.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const [x, y] = middle(from);
  const across = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  let best = null;
  for (const other of boxes) {
    if (other === from) continue;
    const [u, v] = middle(other);
    const ahead = sign * (across ? u - x : v - y);
    if (ahead < 4) continue;
    const cost = ahead + 3 * Math.abs(across ? v - y : u - x);
    if (!best || cost < best.cost) best = {other, cost};
  }
  return best?.other;
};

const focusBox = (thing) => {
  if (!thing) return;
  for (const other of boxes) other.element.setAttribute('tabindex', other === thing ? '0' : '-1');
  thing.element.focus();
};

const listenToPicture = () => {
  svg?.addEventListener('click', (event) => {
    const thing = thingAt(event.target);
    if (!thing) return;
    event.preventDefault();
    if (thing.nodes.length) focusBox(thing);
    open(addressOf(thing), thing.element);
  });
  svg?.addEventListener('keydown', (event) => {
    const thing = thingAt(event.target);
    if (!thing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') open(addressOf(thing), thing.element);
    else if (event.key === 'Home') focusBox(boxes[0]);
    else if (event.key === 'End') focusBox(boxes.at(-1));
    else if (event.key.startsWith('Arrow')) focusBox(neighbour(thing, event.key));
    else return;
    event.preventDefault();
  });
  let size = 1;
  const resize = (to) => {
    if (!svg) return;
    size = Math.min(4, Math.max(.5, to));
    svg.style.width = size === 1 ? '' : `${Math.round(byId('picture').clientWidth * size)}px`;
    svg.style.maxWidth = size === 1 ? '' : 'none';
    svg.style.minWidth = size < 1 ? '0' : '';
  };
  byId('larger').addEventListener('click', () => resize(size * 1.25));
  byId('smaller').addEventListener('click', () => resize(size / 1.25));
  byId('fit').addEventListener('click', () => resize(1));
};

const paintPicture = () => {
  const {chosen} = state;
  const related = new Set();
  if (chosen?.node) for (const edge of [...chosen.node.in, ...chosen.node.out]) related.add(edge.line);
  if (chosen?.thing) {
    for (const node of chosen.thing.nodes) for (const edge of [...node.in, ...node.out]) related.add(edge.line);
  }
  const selected = chosen?.node?.box ?? chosen?.edge?.line ?? chosen?.thing ?? null;
  if (selected && !selected.nodes.length) related.add(selected);
  const emphasize = selected !== null && related.size > 0;
  for (const thing of things) {
    const {classList} = thing.element;
    const isOn = thing.nodes.some((node) => visible.nodes.has(node))
      || thing.edges.some((edge) => visible.edges.has(edge)) || classList.contains('country');
    classList.toggle('off', !isOn);
    classList.toggle('chosen', thing === selected);
    classList.toggle('aside', emphasize && !thing.nodes.length && !related.has(thing));
    if (thing.nodes.length) thing.element.setAttribute('aria-pressed', String(thing === selected));
  }
};
