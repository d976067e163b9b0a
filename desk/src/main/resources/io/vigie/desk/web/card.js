/** One alert in a list. */
import { h, marked, outside } from './dom.js';
import { address } from './filters.js';
import { age, clock } from './time.js';
import { countryName, formatter, languageName, t, themeName } from './words.js';

const HUNDREDTHS = { maximumFractionDigits: 2, minimumFractionDigits: 2 };

export function themeChip(id, score = null, active = false) {
  return h('a', {
    class: 'chip', href: address({ view: 'now', id: '', theme: active ? '' : id }), data: { theme: id },
    'aria-label': score === null ? themeName(id) : `${themeName(id)}, ${t('why.score', percent(score))}`,
  }, themeName(id), score === null ? null : h('span', { class: 'score' }, percent(score)));
}

export function percent(score) {
  return formatter(Intl.NumberFormat, HUNDREDTHS).format(score);
}

export function outletLine(outlet, language) {
  return [
    h('a', { class: 'outlet', href: address({ view: 'now', id: '', outlet: outlet.id }) }, outlet.name),
    outlet.country ? h('abbr', { class: 'country', title: countryName(outlet.country) }, outlet.country) : null,
    h('abbr', { class: 'language', title: languageName(language) }, language),
  ];
}

export function statusMark(alert) {
  if (alert.status === 'new') return null;
  return h('span', { class: `status ${alert.status}` }, t(`status.${alert.status}`), alert.status === 'amended' ? ` r${alert.revision}` : '');
}

/** The best sentence, once, with the words that the rule asked for; or the passage that was searched for. */
function evidence(alert) {
  const passage = alert.highlights?.find((each) => each.field === 'body');
  if (passage) return { text: passage.text, marks: passage.marks, theme: null };
  const best = alert.themes[0]?.theme;
  const all = alert.evidence ?? []; // An earlier revision has none.
  const found = all.find((each) => each.theme === best && each.field === 'body') ?? all.find((each) => each.theme === best) ?? all[0];
  return found ? { text: found.quote, marks: found.marks ?? [], theme: found.theme } : null;
}

function storyBadge(alert) {
  const story = alert.story;
  if (!story || story.outlets < 2) return null;
  const text = story.languages > 1 ? t('card.story', story.outlets, story.languages) : t('card.story.1', story.outlets);
  return h('a', { class: 'story', href: address({ view: 'story', id: alert.storyId, 'as-of': '' }) }, text);
}

export function card(alert, chosen) {
  const headline = alert.highlights?.find((each) => each.field === 'headline');
  const sentence = evidence(alert);
  const published = alert.datePublished ?? alert.detectedAt;
  const lang = alert.language === 'und' ? null : alert.language;
  return h('article', {
    class: 'card', id: `a-${alert.alertId}`, tabindex: '-1', 'aria-current': chosen ? 'true' : null, lang: null,
    data: { id: alert.alertId, status: alert.status, triage: alert.triage?.verdict ?? '', theme: alert.themes[0]?.theme ?? '' },
  },
  h('div', { class: 'meta' },
    h('time', { datetime: published, title: t(alert.datePublished ? 'card.published' : 'card.detected', clock(published, true)) }, age(published)),
    outletLine(alert.outlet, alert.language),
    statusMark(alert),
    storyBadge(alert),
    h('span', { class: 'verdict' }, alert.triage ? t(`triage.${alert.triage.verdict}`) : '')),
  h('h3', { lang }, outside(alert.url, ...(headline ? marked(headline.text, headline.marks) : [alert.headline || alert.url]))),
  h('div', { class: 'chips' }, alert.themes.map((each) => themeChip(each.theme, each.score))),
  sentence && sentence.text !== alert.headline ? h('blockquote', { lang, data: { theme: sentence.theme ?? '' } }, marked(sentence.text, sentence.marks)) : null,
  h('div', { class: 'acts' },
    h('a', { href: address({ view: 'why', id: alert.alertId }), class: 'act', 'aria-label': `${t('card.why')}: ${alert.headline}` }, t('card.why'))));
}
