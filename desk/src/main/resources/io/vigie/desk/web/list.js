/** The list of alerts: newest first, each alert once, one of them selected. */
import { card } from './card.js';
import { h } from './dom.js';
import { age } from './time.js';

/** Nearer to the top nobody is taken to read: what arrives pushes the rest down. */
const TOP = 200;

/**
 * Cards lie in sheets, and the browser lays out only the sheets near the screen. So what arrives costs the cards of its
 * sheet and not the whole list, and none at all where nobody looks; reading aloud and searching still find every card.
 */
const SHEET = 20; // app.css guesses the height of an unseen sheet from it

function sheet(cards) {
  return h('div', { class: 'sheet' }, cards);
}

/** The card behind this one, or before it. */
function neighbour(card, by) {
  return by > 0
    ? card.nextElementSibling ?? card.parentElement.nextElementSibling?.firstElementChild
    : card.previousElementSibling ?? card.parentElement.previousElementSibling?.lastElementChild;
}

export class AlertList {
  #element;
  #alerts = new Map();
  #onSelect;
  #owed = 0;
  selected = null;

  constructor(element, onSelect) {
    this.#element = element;
    this.#onSelect = onSelect;
    element.addEventListener('click', (event) => {
      const found = event.target.closest('.card');
      if (found && !event.target.closest('a, button')) this.select(found.dataset.id);
    });
  }

  get size() {
    return this.#alerts.size;
  }

  get(id) {
    return this.#alerts.get(id);
  }

  clear() {
    this.#alerts.clear();
    this.#element.replaceChildren();
    this.selected = null;
  }

  /** Older alerts, below. */
  append(alerts) {
    const fresh = alerts.filter((each) => !this.#alerts.has(each.alertId));
    fresh.forEach((each) => this.#alerts.set(each.alertId, each));
    const cards = fresh.map((each) => this.#render(each));
    const last = this.#element.lastElementChild;
    last?.append(...cards.splice(0, Math.max(0, SHEET - last.childElementCount)));
    while (cards.length) this.#element.append(sheet(cards.splice(0, SHEET)));
  }

  /** One that arrived or changed; true when it is new in the list. What is being read does not move. */
  put(alert) {
    const known = this.#alerts.get(alert.alertId);
    if (known && known.revision > alert.revision) return false;
    this.#alerts.set(alert.alertId, alert);
    const element = this.#render(alert);
    if (known) {
      this.#node(alert.alertId)?.replaceWith(element);
      return false;
    }
    element.classList.add('fresh');
    let before = this.#first(); // What arrives is newer than nearly all that is there.
    while (before && this.#alerts.get(before.dataset.id).detectedAt > alert.detectedAt) before = neighbour(before, 1);
    this.#holding(() => this.#insert(element, before));
    return true;
  }

  /**
   * Changes the list around what is being read. The browser's own anchoring is not enough: after a leap it holds on to a
   * sheet that it has not laid out.
   */
  #holding(change) {
    const read = scrollY > TOP ? this.#middle() : null;
    const top = read?.getBoundingClientRect().top;
    change();
    if (!read) return;
    this.#owed += read.getBoundingClientRect().top - top;
    const pixels = Math.round(this.#owed); // the browser scrolls by whole ones
    this.#owed -= pixels;
    if (pixels) scrollBy(0, pixels);
  }

  #middle() {
    const { left } = this.#element.getBoundingClientRect();
    return document.elementFromPoint(left + 1, innerHeight / 2)?.closest('.card');
  }

  /** Into the sheet of the card that it comes before; a sheet twice as full as others is not added to at its beginning. */
  #insert(element, before) {
    const there = before ? before.parentElement : this.#element.lastElementChild;
    const full = there?.childElementCount >= 2 * SHEET;
    if (there && !(full && before === there.firstElementChild)) {
      there.insertBefore(element, before);
    } else {
      this.#element.insertBefore(sheet([element]), there);
    }
  }

  triage(decision) {
    const alert = this.#alerts.get(decision.alertId);
    if (alert) this.put({ ...alert, triage: decision });
  }

  remove(id) {
    this.#alerts.delete(id);
    const node = this.#node(id);
    const from = node?.parentElement;
    node?.remove();
    if (from?.childElementCount === 0) from.remove();
  }

  #first() {
    return this.#element.firstElementChild?.firstElementChild ?? null;
  }

  #render(alert) {
    return card(alert, alert.alertId === this.selected);
  }

  #node(id) {
    return document.getElementById(`a-${id}`);
  }

  select(id, { focus = true } = {}) {
    if (this.selected) this.#node(this.selected)?.removeAttribute('aria-current');
    this.selected = id;
    const node = id ? this.#node(id) : null;
    node?.setAttribute('aria-current', 'true');
    if (focus) node?.focus({ preventScroll: true });
    node?.scrollIntoView({ block: 'nearest' });
    this.#onSelect(this.#alerts.get(id) ?? null);
  }

  /** j and k; true when there are few behind the one that is selected now. */
  step(by) {
    const at = this.selected ? this.#node(this.selected) : null;
    let next = at ? neighbour(at, by) ?? at : this.#first();
    if (next) this.select(next.dataset.id);
    for (let i = 0; next && i < 5; i++) next = neighbour(next, 1);
    return !next;
  }

  /** Ages grow older. */
  tick() {
    for (const time of this.#element.querySelectorAll('.meta > time')) {
      const text = age(time.dateTime);
      if (time.textContent !== text) time.textContent = text;
    }
  }
}
