// What is shown: text made safe to read, elements that hold it, addresses that may be followed.

/** What may be shown: marks that turn the direction of text and control characters are taken out. */
const shown = (text) => text
  .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff]/g, '')
  // eslint-disable-next-line no-control-regex
  .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd');

const letters = {
  đ: 'd', ð: 'd', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n',
  ə: 'e',
  '’': "'", '‘': "'", ʼ: "'", '–': '-', '—': '-', '‑': '-',
};

/** Without case, accents and kinds of dashes: Đồng Nai is found as dong nai. */
const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  .replace(/[đðłøßæœþıħŧŋə’‘ʼ–—‑]/g, (letter) => letters[letter]).replace(/\s+/g, ' ').trim();

const plural = (count, one, many) => `${count} ${count === 1 ? one : many ?? `${one}s`}`;
const percent = (share) => `${Math.round(share * 100)}\u00a0%`;
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** An element of text and elements; never of markup. */
const el = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  for (const child of children.flat(3)) {
    if (typeof child === 'string') made.append(shown(child));
    else if (child !== null && child !== undefined && child !== false) made.append(child);
  }
  return made;
};

/** Text from articles, apart from what stands around it: its direction is its own. */
const named = (text) => el('bdi', {}, text);

/** An address that may be followed: http or https. */
const address = (url) => {
  try {
    const {protocol, href} = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
};

/** A link that leaves the page; only where the address may be followed. */
const outside = (url, text) =>
  el('a', {href: address(url), rel: 'noopener noreferrer external'}, named(text));
