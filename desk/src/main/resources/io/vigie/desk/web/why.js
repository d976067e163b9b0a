/** The full reckoning of one alert. */
import { get } from './api.js';
import { outletLine, percent, statusMark, themeChip } from './card.js';
import { append, h, marked, outside, replace } from './dom.js';
import { address, state } from './filters.js';
import { decisionForm, decisionLines } from './triage.js';
import { clock, span } from './time.js';
import { number, t } from './words.js';

const SHORT = 3;

export const whyView = {
  async show(main, { id }, { say }) {
    const column = h('div', { class: 'column why' });
    replace(main, column);
    await fillWhy(column, id, say, true);
  },
};

/** Also the pane beside the list. */
export async function fillWhy(column, id, say, whole = false, signal = undefined) {
  const moment = state()['as-of'];
  const alert = await get(`/api/alerts/${encodeURIComponent(id)}`, { 'as-of': moment }, signal);
  const lang = alert.language === 'und' ? null : alert.language;
  replace(column,
    h('p', { class: 'meta' }, outletLine(alert.outlet, alert.language), statusMark(alert), alert.byline?.length ? h('span', {}, `${t('why.byline')} ${alert.byline.join(', ')}`) : null),
    h(whole ? 'h1' : 'h2', { lang, class: 'headline' }, outside(alert.url, alert.headline || alert.url)),
    moment ? h('p', { class: 'as-of' }, t('asof.shown', clock(moment, true)), alert.asOf.whole ? null : [' ', t('asof.partly')]) : null,
    h('div', { class: 'chips' }, alert.themes.map((each) => themeChip(each.theme, each.score))),
    h('p', { class: 'links' },
      alert.story && alert.story.reports > 1 ? h('a', { class: 'story', href: address({ view: 'story', id: alert.storyId, 'as-of': '' }) }, t('story.reports', alert.story.reports, alert.story.outlets, alert.story.languages)) : null,
      whole ? h('a', { href: address({ view: 'now', id: '' }) }, t('back')) : h('a', { href: address({ view: 'why', id }) }, t('why.title'))),
    moment ? null : decisionForm(alert, say, () => fillWhy(column, id, say, whole)),
    alert.decisions.length ? h('ul', { class: 'past' }, decisionLines(alert.decisions)) : null,
    rules(alert, lang),
    text(alert, lang, whole),
    changes(alert),
    latency(alert),
    deliveries(alert.deliveries),
    facts(alert),
    history(alert));
  return alert;
}

function section(title, ...content) {
  return h('section', {}, h('h2', { class: 'section' }, title), ...content);
}

function rules(alert, lang) {
  return section(t('why.rules'), alert.themes.map((theme) => {
    const all = (alert.evidence ?? []).filter((each) => each.theme === theme.theme);
    const lines = all.map((each) => h('li', {},
      h('q', { lang, data: { theme: each.theme } }, marked(each.quote, each.marks ?? [])),
      h('span', { class: 'soft' }, `${t('why.rule', each.rule)} · ${t(each.field === 'headline' ? 'why.headline' : 'why.body')}`)));
    const list = h('ul', { class: 'evidence' }, lines.slice(0, SHORT));
    return [
      h('h3', { class: 'theme' }, themeChip(theme.theme), theme.score === undefined ? null : [h('meter', { min: '0', max: '1', value: String(theme.score), 'aria-label': t('why.score', percent(theme.score)) }), h('span', { class: 'soft' }, t('why.score', percent(theme.score)))]),
      list,
      lines.length > SHORT ? h('button', { type: 'button', class: 'quiet', onclick: (event) => { list.append(...lines.slice(SHORT)); event.target.remove(); } }, t('why.more', lines.length - SHORT)) : null,
    ];
  }));
}

/** Sentences of evidence in their place; where two overlap the first wins. */
function text(alert, lang, open) {
  if (alert.asOf?.whole === false) return null;
  if (!alert.body) return section(t('why.text'), h('p', { class: 'soft' }, t('why.nobody')));
  const places = alert.evidence.filter((each) => each.field === 'body');
  const body = h('div', { class: 'text', lang });
  let at = 0;
  for (const line of alert.body.split('\n')) {
    const marks = places.filter((each) => each.start < at + line.length && each.end > at)
      .map((each) => ({ start: Math.max(0, each.start - at), end: Math.min(line.length, each.end - at) }));
    if (line) body.append(append(h('p'), marked(line, marks)));
    at += line.length + 1;
  }
  return h('details', { class: 'whole', open }, h('summary', {}, t('why.text')), body);
}

/** What each revision changed, the newest first; earlier ones as far as they were kept. */
export function changes(alert) {
  const all = [alert, ...[...alert.history].reverse()].filter((each) => each.diff);
  const lang = alert.language === 'und' ? null : alert.language;
  return all.map((each) => diff(each, lang));
}

function diff({ revision, detectedAt, diff: change }, lang) {
  const lines = (kind, sentences, more) => [
    sentences.map((sentence) => h('li', { class: kind }, h('span', { class: 'sign', role: 'img', 'aria-label': t(`story.${kind}`) }, kind === 'added' ? '+' : '−'), h(kind === 'added' ? 'ins' : 'del', { lang }, sentence))),
    more ? h('li', { class: 'soft' }, t('story.moresentences', number(more))) : null,
  ];
  return h('section', { class: 'change', data: { revision } }, h('h2', { class: 'section' }, t('story.changed', revision), ' ', h('time', { class: 'soft', datetime: detectedAt }, clock(detectedAt))),
    change.partial ? h('p', { class: 'soft' }, t('story.partial')) : null,
    h('ul', { class: 'diff' },
      change.themesGained.map((each) => h('li', {}, t('story.gained', ''), themeChip(each))),
      change.themesLost.map((each) => h('li', {}, t('story.lost', ''), themeChip(each))),
      lines('removed', change.sentencesRemoved, change.moreRemoved),
      lines('added', change.sentencesAdded, change.moreAdded)));
}

/** From publication to each stage, as bars on one scale. */
function latency(alert) {
  const stages = Object.entries(alert.latencyMs ?? {}).sort((a, b) => a[1] - b[1]);
  if (stages.length === 0) return null;
  const longest = Math.max(...stages.map((each) => each[1]), 1);
  return section(t('why.latency'), h('dl', { class: 'latency' }, stages.map(([stage, value]) => [
    h('dt', {}, t(`stage.${stage}`)),
    h('dd', {}, h('span', { class: 'bar', style: { width: `${Math.max(1, (value / longest) * 100)}%` } }), h('span', {}, span(value))),
  ])), h('p', { class: 'soft' }, t('why.since')));
}

function deliveries(all) {
  return section(t('why.deliveries'), all.length === 0 ? h('p', { class: 'soft' }, t('why.nodeliveries')) : h('ul', { class: 'deliveries' }, all.map((each) => h('li', { data: { state: each.state } },
    h('strong', {}, each.channel), ' ', t(`state.${each.state}`), ' ', h('span', { class: 'soft' }, [clock(each.at, true), each.status, each.reason].filter(Boolean).join(' · '))))));
}

function facts(alert) {
  if (alert.asOf?.whole === false) return null;
  const { topic, partition, offset, sha256 } = alert.provenance;
  const row = (name, value) => [h('dt', {}, name), h('dd', {}, value)];
  return section(t('why.facts'), h('dl', { class: 'facts' },
    row(t('why.published'), alert.datePublished ? clock(alert.datePublished, true) : t('why.undated')),
    row(t('why.detected'), clock(alert.detectedAt, true)),
    row(t('why.indexed'), clock(alert.event.ingested, true)),
    row(t('why.record'), h('code', {}, `${topic} · ${partition} · ${offset}`)),
    row(t('why.sha'), sha256 ? h('code', {}, sha256) : t('why.nosha')),
    row(t('why.ruleset'), h('code', {}, alert.ruleset)),
    row(t('why.alert'), h('code', {}, alert.alertId)),
    row(t('why.revision'), number(alert.revision))));
}

function history(alert) {
  if (alert.history.length === 0) return null;
  return section(t('why.history'), h('ol', { class: 'history' }, alert.history.map((each) => h('li', { value: String(each.revision) },
    h('span', { lang: alert.language === 'und' ? null : alert.language }, each.headline), ' ',
    h('span', { class: 'soft' }, `${t(`status.${each.status}`)} · ${clock(each.detectedAt)}`)))));
}
