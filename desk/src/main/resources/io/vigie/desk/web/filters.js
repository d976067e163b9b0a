/** What is shown: view and filters, kept in the address so that every view can be shared. */

export const FILTERS = ['q', 'theme', 'outlet', 'country', 'language', 'minScore', 'status', 'since', 'as-of'];
const listeners = new Set();

/** {view, id, q, theme, …}: absent ones are ''. */
export function state() {
  const query = new URLSearchParams(location.search);
  const found = { view: query.get('view') || 'now', id: query.get('id') || '' };
  for (const name of FILTERS) found[name] = query.get(name) || '';
  return found;
}

export function filters(of = state()) {
  return Object.fromEntries(FILTERS.filter((name) => of[name]).map((name) => [name, of[name]]));
}

/** The address of a state, for links. */
export function address(changes) {
  const next = { ...state(), ...changes };
  const query = new URLSearchParams();
  if (next.view !== 'now') query.set('view', next.view);
  if (next.id) query.set('id', next.id);
  for (const name of FILTERS) if (next[name]) query.set(name, next[name]);
  return query.size ? `/?${query}` : '/';
}

/** Goes there. A selection or a letter typed replaces the entry in the history, a new view adds one. */
export function go(changes, { replace = false } = {}) {
  const to = address(changes);
  if (to === location.pathname + location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', to);
  tell();
}

export function onState(listener) {
  listeners.add(listener);
}

function tell() {
  for (const listener of listeners) listener(state());
}

addEventListener('popstate', tell);

/** Links within the page change the state and load nothing. */
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/?"], a[href="/"]');
  if (!link || link.target || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  tell();
});

/** Whether an alert that just arrived passes; words and times only the index can find. */
export function passes(alert, of) {
  const is = (wanted, there) => !wanted || wanted === there;
  const least = Number(of.minScore || 0);
  return is(of.language, alert.language)
    && is(of.outlet, alert.outlet.id)
    && is(of.country, alert.outlet.country)
    && is(of.status, alert.status)
    && ((!of.theme && !least) || alert.themes.some((each) => is(of.theme, each.theme) && each.score >= least));
}
