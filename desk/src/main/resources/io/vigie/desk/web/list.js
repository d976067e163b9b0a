/** The list of alerts: newest first, each alert once, one of them selected. */
import { card } from './card.js';
import { age } from './time.js';

/** Whether the browser keeps what is being read in its place by itself. */
const HOLDS = CSS.supports('overflow-anchor', 'auto');

export class AlertList {
  #element;
  #alerts = new Map();
  #onSelect;
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
    this.#element.append(...fresh.map((each) => this.#render(each)));
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
    let before = this.#element.firstElementChild; // What arrives is newer than nearly all that is there.
    while (before && this.#alerts.get(before.dataset.id).detectedAt > alert.detectedAt) before = before.nextElementSibling;
    if (HOLDS || scrollY <= 200) { // At the top nobody reads further down; measuring would lay out the whole list.
      this.#element.insertBefore(element, before);
      return true;
    }
    const height = this.#element.offsetHeight;
    this.#element.insertBefore(element, before);
    if (!before || before.getBoundingClientRect().top < 0) scrollBy(0, this.#element.offsetHeight - height);
    return true;
  }

  triage(decision) {
    const alert = this.#alerts.get(decision.alertId);
    if (alert) this.put({ ...alert, triage: decision });
  }

  remove(id) {
    this.#alerts.delete(id);
    this.#node(id)?.remove();
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

  /** j and k. */
  step(by) {
    const all = [...this.#element.children];
    const at = all.findIndex((each) => each.dataset.id === this.selected);
    const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
    if (next) this.select(next.dataset.id);
    return at + by >= all.length - 5;
  }

  /** Ages grow older. */
  tick() {
    for (const time of this.#element.querySelectorAll('.meta > time')) {
      const text = age(time.dateTime);
      if (time.textContent !== text) time.textContent = text;
    }
  }
}
