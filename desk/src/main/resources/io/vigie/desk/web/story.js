/** Every report of a story in order: who said what, what was changed, where editions diverge. */
import { get } from './api.js';
import { outletLine, themeChip } from './card.js';
import { h, marked, outside, replace } from './dom.js';
import { address } from './filters.js';
import { age, clock } from './time.js';
import { t } from './words.js';
import { changes } from './why.js';

export const storyView = {
  async show(main, { id }) {
    const story = await get(`/api/stories/${encodeURIComponent(id)}`);
    const byItem = new Map(story.alerts.map((each) => [each.itemId, each]));
    const reports = (story.reports.length ? story.reports : story.alerts.map(asReport)).sort((a, b) => a.at.localeCompare(b.at));
    const outlets = new Set(reports.map((each) => each.outlet.id)).size;
    const languages = new Set(reports.map((each) => each.language)).size;
    const first = reports[0];
    replace(main, h('div', { class: 'column story-view' },
      h('p', { class: 'meta' }, h('a', { href: address({ view: 'now', id: '' }) }, t('back'))),
      h('h1', { lang: tag(first.language) }, first.headline),
      h('p', { class: 'soft' }, `${t('story.reports', reports.length, outlets, languages)} · ${t('story.span', clock(first.at), clock(reports.at(-1).at))}`),
      lanes(reports),
      divergences(story.divergences),
      h('ol', { class: 'reports' }, reports.map((each, index) => report(each, byItem.get(each.itemId), index, reports.length)))));
  },
};

function tag(language) {
  return language === 'und' ? null : language;
}

/** Before the stream has told the story: what its alerts say of it. */
function asReport(alert) {
  return {
    itemId: alert.itemId, revision: alert.revision, withdrawn: alert.status === 'retracted', outlet: alert.outlet, language: alert.language,
    headline: alert.headline, url: alert.url, at: alert.datePublished ?? alert.detectedAt, themes: alert.themes.map((each) => each.theme),
  };
}

/** One dot a report on one line of time. */
function lanes(reports) {
  const from = Date.parse(reports[0].at);
  const length = Math.max(Date.parse(reports.at(-1).at) - from, 1);
  return h('div', { class: 'lane', 'aria-hidden': 'true' }, reports.map((each) => h('i', { title: `${clock(each.at)} ${each.outlet.name}`, data: { theme: each.themes[0] ?? '' }, style: { left: `${((Date.parse(each.at) - from) / length) * 100}%` } })));
}

function report(each, alert, index, count) {
  const place = index === 0 ? 'story.first' : index === count - 1 ? 'story.last' : null;
  const evidence = alert?.evidence.find((one) => one.field === 'body') ?? alert?.evidence[0];
  return h('li', { data: { withdrawn: String(each.withdrawn) } },
    h('div', { class: 'when' }, h('time', { datetime: each.at, title: age(each.at) }, clock(each.at)), place ? h('span', { class: 'place' }, t(place)) : null),
    h('div', { class: 'what' },
      h('p', { class: 'meta' }, outletLine(each.outlet, each.language), each.withdrawn ? h('span', { class: 'status retracted' }, t('story.withdrawn')) : null, each.revision > 1 ? h('span', { class: 'status amended' }, `r${each.revision}`) : null),
      h('h2', { lang: tag(each.language) }, outside(each.url, each.headline)),
      h('div', { class: 'chips' }, each.themes.length ? each.themes.map((theme) => themeChip(theme)) : h('span', { class: 'soft' }, t('story.noalert')), alert ? h('a', { class: 'act', href: address({ view: 'why', id: alert.alertId }), 'aria-label': `${t('card.why')}: ${each.headline}` }, t('card.why')) : null),
      evidence && evidence.quote !== each.headline ? h('blockquote', { lang: tag(each.language), data: { theme: evidence.theme } }, marked(evidence.quote, evidence.marks)) : null,
      alert?.history.length ? h('ul', { class: 'earlier soft' }, alert.history.filter((one) => one.headline !== each.headline).map((one) => h('li', {}, t('story.earlier', one.revision, one.headline)))) : null,
      alert ? revisions(alert) : null));
}

/** The newest change is open, those before it fold out. */
function revisions(alert) {
  const [newest, ...earlier] = changes(alert);
  return [newest, earlier.length ? h('details', { class: 'whole' }, h('summary', {}, t('story.olddiffs', earlier.length)), earlier) : null];
}

function divergences(all) {
  if (all.length === 0) return null;
  const side = (one, words) => h('div', { class: 'side-of' }, h('p', { class: 'meta' }, outletLine(one.outlet, one.language)), h('p', { class: 'soft' }, t(words, one.outlet.name)),
    one.sentence ? h('blockquote', { lang: tag(one.language) }, one.sentence) : h('p', { class: 'soft' }, t('story.nosentence')), h('p', {}, outside(one.url, one.headline)));
  return h('section', { class: 'divergences' }, h('h2', { class: 'section' }, t('story.diverges')), all.map((each) => h('div', { class: 'divergence' }, themeChip(each.theme), h('div', { class: 'sides' }, side(each.with, 'story.says'), side(each.without, 'story.silent')))));
}
