/** How well each source is seen: "nothing was published" and "we could not see" look different. */
import { get } from './api.js';
import { h, outside, replace } from './dom.js';
import { address } from './filters.js';
import { age, clock, duration, hour, span } from './time.js';
import { number, t } from './words.js';

const SLOT = 15 * 60_000;

export const watchView = {
  async show(main) {
    const { sources } = await get('/api/sources');
    const blind = sources.filter((each) => each.enabled && each.state === 'blind').length;
    const silent = sources.filter((each) => each.silentSince).length;
    replace(main, h('div', { class: 'watch' },
      h('h1', {}, t('watch.title')),
      sources.length === 0 ? h('p', { class: 'empty' }, t('watch.empty')) : [
        h('p', { class: 'soft' }, t('watch.summary', number(sources.length), number(blind), number(silent))),
        legend(),
        h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('watch.title') }, h('table', { class: 'sources' },
          h('thead', {}, h('tr', {}, ['name', 'state', 'timeline', 'success', 'next', 'rhythm', 'items', 'errors', 'robots', 'silent'].map((each) => h('th', { scope: 'col', class: each }, t(`watch.${each}`))))),
          h('tbody', {}, sources.map(row)))),
        windows(sources)]));
  },
  tick() {
    const main = document.getElementById('main');
    if (!main.contains(document.activeElement) || document.activeElement === main) watchView.show(main).catch(() => {});
  },
};

function legend() {
  return h('ul', { class: 'legend' }, ['published', 'quiet', 'blind', 'unwatched'].map((each) => h('li', {}, h('i', { class: `slot ${each}` }), t(`slot.${each}`))));
}

function row(source) {
  const errors = Object.entries(source.errors).sort((a, b) => b[1] - a[1]);
  const when = (iso) => (iso ? h('time', { datetime: iso, title: clock(iso, true) }, age(iso)) : h('span', { class: 'soft' }, t('watch.never')));
  const state = source.enabled ? (source.state === 'blind' ? 'blind' : source.state === 'unwatched' ? 'unwatched' : 'seen') : 'off';
  return h('tr', { data: { state } },
    h('th', { scope: 'row', class: 'name' }, h('a', { href: address({ view: 'now', outlet: source.id }) }, source.name), ' ', source.country ? h('abbr', { class: 'country' }, source.country) : null, h('br'), outside(source.url, h('span', { class: 'soft host' }, new URL(source.url).host))),
    h('td', { class: 'state' }, h('span', { class: `sight ${state}` }, state === 'off' ? t('watch.off') : t(`slot.${state}`))),
    h('td', { class: 'timeline' }, timeline(source)),
    h('td', {}, when(source.lastSuccess)),
    h('td', {}, source.enabled && source.nextPoll ? when(source.nextPoll) : ''),
    h('td', {}, t('watch.every', span(duration(source.pace ?? source.every) ?? 0))),
    h('td', { class: 'figure' }, number(source.items)),
    h('td', {}, errors.length ? h('ul', { class: 'errors' }, errors.slice(0, 3).map(([reason, times]) => h('li', {}, `${reason} × ${number(times)}`))) : ''),
    h('td', { class: 'figure' }, source.robots ? number(source.robots) : ''),
    h('td', {}, source.silentSince ? h('strong', { class: 'silent' }, when(source.silentSince)) : ''));
}

function timeline(source) {
  const now = Date.now();
  const share = source.slots.reduce((all, each) => ({ ...all, [each]: (all[each] ?? 0) + 1 }), {});
  const said = Object.entries(share).map(([each, slots]) => `${t(`slot.${each}`)} ${span(slots * SLOT)}`).join(', ');
  return h('div', { class: 'slots', role: 'img', 'aria-label': said }, source.slots.map((each, index) => h('i', {
    class: `slot ${each}`, title: `${hour(new Date(now - (source.slots.length - index) * SLOT))} ${t(`slot.${each}`)}`,
  })));
}

function windows(sources) {
  const all = sources.flatMap((source) => source.blind.map((each) => ({ ...each, source }))).sort((a, b) => b.from.localeCompare(a.from)).slice(0, 40);
  if (all.length === 0) return null;
  return h('section', { class: 'windows' }, h('h2', { class: 'section' }, t('watch.blindlist')), h('ul', {}, all.map((each) => h('li', {},
    h('strong', {}, each.source.name), ' ', t('watch.window', clock(each.from), each.to ? clock(each.to) : t('watch.stillblind'), each.reason, number(each.failures))))));
}
