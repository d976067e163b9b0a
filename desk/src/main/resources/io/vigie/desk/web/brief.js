/** The day's stories by theme, as a duty officer sends them. */
import { get } from './api.js';
import { themeChip } from './card.js';
import { h, outside, replace } from './dom.js';
import { address } from './filters.js';
import { clock, day } from './time.js';
import { currentLanguage, number, t, themeName } from './words.js';

const PERIODS = ['6h', '24h', '7d'];

export const briefView = {
  async show(main, { since }) {
    const period = PERIODS.includes(since) ? since : '24h';
    const brief = await get('/api/brief', { since: period, language: currentLanguage() });
    const save = (format, name) => h('a', { href: `/api/brief?since=${period}&language=${currentLanguage()}&format=${format}`, download: true }, name);
    replace(main, h('div', { class: 'column brief' },
      h('p', { class: 'tools' }, h('nav', { class: 'periods', 'aria-label': t('brief.period') }, PERIODS.map((each) => h('a', { href: address({ since: each }), 'aria-current': each === period ? 'true' : null }, t(`since.${each}`)))),
        h('span', {}, h('span', { class: 'soft' }, t('brief.save')), ' ', save('html', 'HTML'), ' ', save('md', 'Markdown'), ' ', save('pdf-ready', t('brief.print')))),
      h('h1', {}, t('brief.of', day(brief.to))),
      h('p', { class: 'soft' }, `${clock(brief.from)} – ${clock(brief.to)} · ${t('brief.counted', number(brief.alerts), number(brief.outlets))}`),
      brief.complete ? null : h('p', {}, t('brief.incomplete')),
      brief.themes.length ? brief.themes.map(theme) : h('p', { class: 'empty' }, t('brief.nothing'))));
  },
};

function theme(each) {
  return h('section', { data: { theme: each.id } }, h('h2', {}, themeName(each.id), ' ', h('span', { class: 'soft' }, number(each.stories.length + each.more))), each.stories.map(story), each.more ? h('p', { class: 'soft' }, t('brief.more', number(each.more))) : null);
}

function tag(language) {
  return language === 'und' ? null : language;
}

function story(each) {
  const outlets = new Set(each.reports.map((report) => report.outlet.id)).size;
  return h('article', {},
    h('h3', { lang: tag(each.language) }, h('a', { href: address({ view: 'story', id: each.storyId, since: '' }) }, each.headline)),
    h('p', { class: 'soft' }, each.reports.length === 1 ? t('brief.one') : t('brief.reports', number(each.reports.length), number(outlets)), ' ', each.alsoThemes.map((one) => themeChip(one))),
    each.evidence ? h('blockquote', { lang: tag(each.evidenceLanguage) }, each.evidence) : null,
    h('ul', {}, each.reports.map((report) => h('li', {}, h('time', { datetime: report.at, class: 'soft' }, clock(report.at)), ' ', h('strong', {}, report.outlet.name), ' ', h('span', { lang: tag(report.language) }, outside(report.url, report.headline))))));
}
