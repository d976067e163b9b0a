/** Live alerts: filters above, the list, and beside it why the selected one was raised. */
import { get } from './api.js';
import { h, replace, soon } from './dom.js';
import { address, FILTERS, filters, go, passes, state } from './filters.js';
import { AlertList } from './list.js';
import { decide } from './triage.js';
import { clock, localMinute } from './time.js';
import { countryName, languageName, number, t, themeName } from './words.js';
import { fillWhy } from './why.js';
import { themeChip } from './card.js';

const PAGE = 50;
const SCORES = ['0.5', '0.6', '0.7', '0.8', '0.9'];
const SINCE = ['1h', '6h', '24h', '7d', '30d'];
const WIDE = matchMedia('(min-width: 1100px)');

let list = null;
let next = null;
let loading = null;
let parts = {};
let shares = { themes: [], outlets: [], countries: [], languages: [] };
let tell = () => {};
let shownFor = '';
let asked = null;

export const nowView = {
  async show(main, current, { say }) {
    tell = say;
    if (!main.querySelector('.now')) build(main);
    const wanted = JSON.stringify(filters(current));
    fillFilters(current);
    if (shownFor !== wanted || list.size === 0) {
      shownFor = wanted;
      await load();
    }
    loadSide();
  },
  leave() {
    shownFor = '';
  },
  arrived,
  triaged: (decision) => state()['as-of'] || list?.triage(decision),
  reset: () => load(),
  tick: () => list?.tick(),
  keys: {
    j: () => list.step(1) && more(),
    k: () => list.step(-1),
    o: () => selected() && open(selected().url, '_blank', 'noopener,noreferrer'),
    w: () => selected() && go({ view: 'why', id: selected().alertId }),
    s: () => selected() && go({ view: 'story', id: selected().storyId }),
    '1': () => quick('seen'), '2': () => quick('relevant'), '3': () => quick('not-relevant'),
    '/': () => parts.search.focus(),
    f: () => { parts.more.open = !parts.more.open; parts.more.querySelector('select, summary').focus(); },
  },
};

function selected() {
  return list?.get(list.selected);
}

async function quick(verdict) {
  const alert = selected();
  if (!alert || state()['as-of']) return;
  try {
    const decision = await decide(alert.alertId, verdict, '', tell);
    if (decision) list.triage(decision);
  } catch (error) {
    tell(t('error.detail', error.message));
  }
}

function build(main) {
  const items = h('div', { class: 'list', role: 'feed', 'aria-label': t('now.title') });
  const side = h('aside', { class: 'side', 'aria-label': t('why.title') });
  const end = h('div', { class: 'end' });
  const count = h('p', { class: 'soft count' });
  const exports = h('p', { class: 'exports' });
  const bar = filterBar();
  replace(main, h('div', { class: 'now' }, h('h1', { class: 'unseen' }, t('now.title')), bar, h('div', { class: 'columns' }, h('div', { class: 'alerts' }, h('div', { class: 'above' }, count, exports), items, end), side)));
  parts = { ...parts, side, end, count, exports, items };
  list = new AlertList(items, (alert) => alert && showWhy(alert));
  new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && next && more(), { rootMargin: '800px' }).observe(end);
}

function filterBar() {
  const search = h('input', { type: 'search', name: 'q', placeholder: t('filter.placeholder'), 'aria-label': t('filter.search'), enterkeyhint: 'search', maxlength: '500' });
  search.addEventListener('input', soon(250, () => go({ q: search.value.trim() }, { replace: true })));
  const selects = ['theme', 'since', 'outlet', 'country', 'language', 'minScore', 'status'].map((name) => {
    const select = h('select', { name, onchange: () => go({ [name]: select.value }) });
    return h('label', {}, h('span', {}, t(name === 'minScore' ? 'filter.score' : `filter.${name}`)), select);
  });
  const moment = h('input', { type: 'datetime-local', name: 'as-of', onchange: () => go({ 'as-of': moment.value ? new Date(moment.value).toISOString() : '', q: '', minScore: '' }) });
  selects.push(h('label', { class: 'moment' }, h('span', {}, t('asof.label')), moment));
  const past = h('p', { class: 'as-of', role: 'status', hidden: true });
  const clear = h('a', { class: 'clear', href: '/' }, t('filter.clear'));
  const more = h('details', { class: 'more', open: matchMedia('(min-width: 700px)').matches }, h('summary', {}, t('filter.title')), h('div', { class: 'selects' }, selects, clear));
  parts = { ...parts, search, more, clear, moment, past };
  return h('search', { class: 'filters' }, search, more, past);
}

function options(select, pairs, value) {
  const all = [['', select.name === 'since' ? t('filter.any') : t('filter.all')], ...pairs];
  if (value && !all.some(([id]) => id === value)) all.push([value, value]);
  replace(select, all.map(([id, name]) => h('option', { value: id, selected: id === value }, name)));
}

function fillFilters(current) {
  if (document.activeElement !== parts.search) parts.search.value = current.q;
  const known = {
    theme: shares.themes.map((each) => [each.id, themeName(each.id)]),
    outlet: shares.outlets.map((each) => [each.id, each.name]).sort((a, b) => a[1].localeCompare(b[1])),
    country: shares.countries.map((each) => [each.id, countryName(each.id)]).sort((a, b) => a[1].localeCompare(b[1])),
    language: shares.languages.map((each) => [each.id, languageName(each.id)]).sort((a, b) => a[1].localeCompare(b[1])),
    minScore: SCORES.map((each) => [each, t('filter.least', each)]),
    since: SINCE.map((each) => [each, t(`since.${each}`)]),
    status: ['new', 'amended', 'retracted'].map((each) => [each, t(`status.${each}`)]),
  };
  for (const select of parts.more.querySelectorAll('select:not(:focus)')) options(select, known[select.name], current[select.name]);
  fillMoment(current['as-of']);
  parts.clear.hidden = FILTERS.every((name) => !current[name]);
  const query = new URLSearchParams(filters(current));
  const link = (path, name) => h('a', { href: query.size ? `${path}?${query}` : path }, name);
  replace(parts.exports, h('span', { class: 'soft' }, t('filter.export')), ' ', link('/feeds/alerts.atom', 'Atom'), ' ', link('/feeds/alerts.json', 'JSON Feed'), ' ', link('/api/alerts.csv', 'CSV'), ' ', link('/api/alerts.jsonl', 'JSONL'));
}

/** A past moment has no words to search, no scores, no exports, and nothing new. */
function fillMoment(moment) {
  if (document.activeElement !== parts.moment) parts.moment.value = moment ? localMinute(moment) : '';
  parts.past.hidden = !moment;
  replace(parts.past, moment ? [t('asof.shown', clock(moment, true)), ' ', h('a', { href: address({ 'as-of': '' }) }, t('asof.now'))] : null);
  parts.search.disabled = Boolean(moment);
  parts.more.querySelector('select[name=minScore]').disabled = Boolean(moment);
  parts.exports.hidden = Boolean(moment);
}

async function load() {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  parts.items.setAttribute('aria-busy', 'true');
  try {
    const page = await get('/api/alerts', { ...filters(), limit: PAGE }, signal);
    list.clear();
    list.append(page.alerts);
    next = page.next ?? null;
    showEnd();
    if (parts.side.dataset.id && !list.get(parts.side.dataset.id)) parts.side.dataset.id = '';
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  } finally {
    parts.items.removeAttribute('aria-busy');
  }
}

async function more() {
  if (!next || loading) return;
  loading = get('/api/alerts', { ...filters(), limit: PAGE * 2, cursor: next });
  try {
    const page = await loading;
    list.append(page.alerts);
    next = page.next ?? null;
    showEnd();
  } finally {
    loading = null;
  }
}

function showEnd() {
  parts.count.textContent = list.size ? t('now.count', number(list.size)) : '';
  if (next) replace(parts.end, h('button', { type: 'button', class: 'quiet', onclick: more }, t('now.more')));
  else replace(parts.end, h('p', { class: 'empty' }, list.size ? t('now.end') : t(Object.keys(filters()).length ? 'now.none' : 'now.none.yet')));
}

const reload = soon(400, () => load());

/** What arrives shows at once where the page can tell that it belongs; for words it asks the index again. */
function arrived(alert) {
  if (!list) return;
  const current = state();
  if (current['as-of']) return;
  if (list.get(alert.alertId) && !passes(alert, current)) list.remove(alert.alertId);
  else if (current.q) reload();
  else if (passes(alert, current) && list.put(alert)) {
    tell(t('now.arrived', alert.outlet.name, alert.headline));
    showEnd();
  }
  summarize();
}

async function showWhy(alert) {
  if (!WIDE.matches || parts.side.dataset.id === alert.alertId) return;
  parts.side.dataset.id = alert.alertId;
  const column = h('div', { class: 'why' });
  await fillWhy(column, alert.alertId, tell);
  if (parts.side.dataset.id === alert.alertId) {
    replace(parts.side, column);
    parts.side.scrollTop = 0;
  }
}

/** Beside the list, while nothing is selected: the day in figures, and who is out of sight. */
async function loadSide() {
  const [coverage, watch] = await Promise.all([
    get('/api/coverage', { since: '24h', slot: '1h' }).catch(() => null),
    WIDE.matches ? get('/api/sources').catch(() => null) : null,
  ]);
  if (coverage) {
    shares = coverage;
    fillFilters(state());
  }
  if (WIDE.matches && state()['as-of'] && !parts.side.dataset.id) replace(parts.side, h('p', { class: 'hint' }, t('now.hint')));
  else if (WIDE.matches && coverage && !parts.side.dataset.id) replace(parts.side, today(coverage), watch ? blind(watch.sources) : null, h('p', { class: 'hint' }, t('now.hint'), ' ', h('kbd', {}, 'j'), ' ', h('kbd', {}, 'k')));
}

const summarize = soon(3_000, () => { if (parts.side?.isConnected) loadSide(); });

function today(coverage) {
  const most = Math.max(...coverage.themes.map((each) => each.alerts), 1);
  return h('section', { class: 'today' }, h('h2', { class: 'section' }, t('now.today')),
    h('p', { class: 'big' }, number(coverage.total)),
    h('ul', { class: 'bars' }, coverage.themes.map((each) => h('li', { data: { theme: each.id } }, themeChip(each.id), h('span', { class: 'bar', style: { '--part': String(each.alerts / most) } }), h('span', { class: 'value' }, number(each.alerts))))));
}

function blind(sources) {
  const out = sources.filter((each) => each.enabled && each.state === 'blind');
  return h('section', { class: 'blind' }, h('h2', { class: 'section' }, t('now.blind')), out.length === 0
    ? h('p', { class: 'soft' }, t('now.noblind'))
    : h('ul', {}, out.slice(0, 12).map((each) => h('li', {}, h('a', { href: address({ view: 'watch' }) }, each.name), ' ', h('span', { class: 'soft' }, each.blind.at(-1)?.reason ?? '')))));
}
