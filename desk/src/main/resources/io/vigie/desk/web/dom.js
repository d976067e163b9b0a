/** Builds elements. Whatever comes from outside becomes text or a checked address, never markup. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * h('p', {class: 'x', onclick: f}, 'text', element, [more], null) -> element.
 * Attributes that are null or false are left out; names with "on" are listeners; data is a dataset.
 */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (name === 'style') for (const [property, v] of Object.entries(value)) element.style.setProperty(property, v);
    else if (name === 'href') setHref(element, value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

/** Only the web, or a place on this page. */
function setHref(element, address) {
  if (/^[/?#]/.test(address) && !address.startsWith('//')) {
    element.setAttribute('href', address);
    return;
  }
  try {
    const url = new URL(address);
    if (url.protocol === 'http:' || url.protocol === 'https:') element.setAttribute('href', url.href);
  } catch {
    // Not an address: the element stays without one.
  }
}

/** A link that leaves the desk. */
export function outside(address, ...children) {
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

export function replace(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

/** Text with stretches marked: marks are {start, end} in UTF-16 units, in order; odd ones are left out. */
export function marked(text, marks = [], label = null) {
  const parts = [];
  let at = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (!(start >= at && end > start && end <= text.length)) continue;
    parts.push(text.slice(at, start), h('mark', { title: label }, text.slice(start, end)));
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}

/** A debounced call. */
export function soon(milliseconds, action) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
}
