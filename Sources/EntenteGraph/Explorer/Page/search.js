// The search's list of matches.

const matches = {list: [], at: -1};
const showMatches = () => {
  const whole = fold(state.query);
  const words = whole.split(' ').filter(Boolean);
  const box = byId('found');
  matches.at = -1;
  matches.list = words.length
    ? nodes.map((node) => ({node, score: fit(node, words, whole)})).filter(({score}) => score > 0)
      .sort((a, b) => b.score - a.score || b.node.documents.length - a.node.documents.length
        || a.node.index - b.node.index)
      .slice(0, 10).map(({node}) => node)
    : [];
  box.replaceChildren(...matches.list.map((node, i) => {
    const alias = node.aliases.find((name) => words.every((word) => fold(name).includes(word)));
    const told = words.every((word) => fold(node.name).includes(word)) ? null : alias;
    const attributes = {role: 'option', id: `match-${i}`, 'aria-selected': 'false'};
    const row = el('div', attributes, named(label(node)), el('small', {}, [
      kindWord(node.kind), node.when, node.kind === 'country' ? null : countries.get(node.country), offices(node)[0],
      told ? `named “${told}”` : null].filter(Boolean).join(' · ')));
    row.addEventListener('pointerdown', (event) => event.preventDefault());
    row.addEventListener('click', () => take(i));
    return row;
  }));
  if (words.length && !matches.list.length) {
    const attributes = {class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false'};
    box.append(el('div', attributes, 'Nothing is called so.'));
  }
  toggleMatches(words.length > 0);
};
const toggleMatches = (isOpen) => {
  const box = byId('found');
  box.hidden = !isOpen;
  if (isOpen && getComputedStyle(box).position === 'fixed') {
    const place = byId('query').getBoundingClientRect();
    box.style.left = `${place.left}px`;
    box.style.top = `${place.bottom + 2}px`;
  } else {
    box.removeAttribute('style');
  }
  byId('query').setAttribute('aria-expanded', String(isOpen));
  if (!isOpen) byId('query').removeAttribute('aria-activedescendant');
};
const pointAt = (i) => {
  matches.at = i;
  [...byId('found').children].forEach((row, k) => {
    row.setAttribute('aria-selected', String(k === i));
    if (k === i) row.scrollIntoView({block: 'nearest'});
  });
  byId('query').setAttribute('aria-activedescendant', `match-${i}`);
};
const take = (i) => {
  const node = matches.list[i];
  if (!node) return;
  toggleMatches(false);
  open(node.id, byId('query'));
};

const listenToSearch = () => {
  const input = byId('query');
  input.addEventListener('input', () => {
    state.query = input.value.trim();
    refresh();
    showMatches();
  });
  input.addEventListener('blur', () => toggleMatches(false));
  input.addEventListener('keydown', (event) => {
    const count = matches.list.length;
    const isOpen = !byId('found').hidden;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count) {
      if (!isOpen) toggleMatches(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      pointAt(matches.at < 0 && step < 0 ? count - 1 : (matches.at + step + count) % count);
    } else if (event.key === 'Enter' && isOpen && count) {
      take(Math.max(matches.at, 0));
    } else if (event.key === 'Escape' && isOpen) {
      toggleMatches(false);
    } else if (event.key === 'Escape' && input.value) {
      input.value = '';
      state.query = '';
      refresh();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
};
