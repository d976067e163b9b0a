/** Coverage by theme over time with surges marked, and who published it; everything is a filter. */
import { get } from './api.js';
import { themeChip } from './card.js';
import { h, replace, soon } from './dom.js';
import { address } from './filters.js';
import { clock } from './time.js';
import { countryName, languageName, locale, number, t, themeName } from './words.js';

const SLOTS = { '1h': '5m', '6h': '15m', '24h': '1h', '7d': '6h', '30d': '1d' };
const PERIODS = Object.keys(SLOTS);
const TOP = 15;

let chart = null;
let again = null;

export const pulseView = {
  async show(main, current, { filters }) {
    const since = filters.since || '7d';
    const coverage = await get('/api/coverage', { ...filters, since, slot: SLOTS[since] ?? '1d' });
    again = soon(5_000, () => pulseView.show(main, current, { filters }));
    const canvas = h('canvas', { role: 'img', 'aria-label': t('pulse.title') });
    const periods = h('nav', { class: 'periods', 'aria-label': t('filter.since') }, PERIODS.map((each) => h('a', { href: address({ since: each }), 'aria-current': each === since ? 'true' : null }, t(`since.${each}`))));
    replace(main, h('div', { class: 'pulse' },
      h('div', { class: 'head' }, h('h1', {}, t('pulse.title')), h('p', { class: 'soft' }, t('pulse.total', number(coverage.total))), periods),
      active(filters),
      h('div', { class: 'chart' }, canvas),
      surges(coverage.surges, filters),
      h('div', { class: 'shares' },
        shares('themes', coverage.themes, (each) => address({ theme: filters.theme === each.id ? '' : each.id }), (each) => themeName(each.id)),
        shares('outlets', coverage.outlets, (each) => address({ outlet: filters.outlet === each.id ? '' : each.id }), (each) => each.name),
        shares('countries', coverage.countries, (each) => address({ country: filters.country === each.id ? '' : each.id }), (each) => countryName(each.id)),
        shares('languages', coverage.languages, (each) => address({ language: filters.language === each.id ? '' : each.id }), (each) => languageName(each.id))),
      table(coverage)));
    await draw(canvas, coverage);
  },
  arrived: () => again?.(),
  leave() {
    again = null;
    chart?.destroy();
    chart = null;
  },
};

function active(filters) {
  const names = Object.entries(filters).filter(([name]) => name !== 'since');
  if (names.length === 0) return null;
  return h('p', { class: 'active' }, names.map(([name, value]) => h('a', { class: 'chip', href: address({ [name]: '' }) }, `${t(name === 'q' ? 'filter.search' : name === 'minScore' ? 'filter.score' : `filter.${name}`)}: ${name === 'theme' ? themeName(value) : value} ×`)),
    ' ', h('a', { href: address({ view: 'now' }) }, t('now.title')));
}

function scope(surge) {
  return surge.outlet ?? (surge.country ? countryName(surge.country) : t('pulse.everywhere'));
}

function surges(all, filters) {
  const shown = all.filter((each) => (!filters.theme || each.theme === filters.theme) && (!filters.country || each.country === filters.country) && (!filters.outlet || each.outlet === filters.outlet)).reverse().slice(0, 12);
  return h('section', { class: 'surges' }, h('h2', { class: 'section' }, t('pulse.surges')),
    shown.length === 0 ? h('p', { class: 'soft' }, t('pulse.nosurges')) : h('ul', {}, shown.map((each) => h('li', {},
      themeChip(each.theme), ' ', h('a', { href: address({ theme: each.theme, outlet: each.outlet ?? '', country: each.country ?? '' }) }, t('pulse.surge', scope(each), number(each.items), number(Math.round(each.expected * 10) / 10))),
      ' ', h('span', { class: 'soft' }, `${clock(each.start)} – ${each.end ? clock(each.end) : t('pulse.lasting')}`)))));
}

function shares(kind, all, link, name) {
  const most = Math.max(...all.map((each) => each.alerts), 1);
  return h('section', {}, h('h2', { class: 'section' }, t(`pulse.${kind}`)), h('ul', { class: 'bars' }, all.slice(0, TOP).map((each) => h('li', { data: { theme: kind === 'themes' ? each.id : '' } },
    h('a', { href: link(each) }, name(each)), h('span', { class: 'bar', style: { '--part': String(each.alerts / most) } }), h('span', { class: 'value' }, number(each.alerts))))));
}

/** What the chart shows, for those who do not see it. */
function table(coverage) {
  const themes = coverage.themes.map((each) => each.id);
  const rows = coverage.slots.filter((each) => each.total > 0);
  return h('details', { class: 'table' }, h('summary', {}, t('pulse.table')), h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('pulse.table') }, h('table', {},
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('pulse.slot')), themes.map((each) => h('th', { scope: 'col' }, themeName(each))))),
    h('tbody', {}, rows.map((slot) => h('tr', {}, h('th', { scope: 'row' }, clock(slot.from)), themes.map((each) => h('td', {}, number(slot.themes[each] ?? 0)))))))));
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function themeColour(id, index) {
  return colour(`--theme-${id}`) || colour(`--theme-${index % 6}`);
}

async function draw(canvas, coverage) {
  await import('./chart.js');
  if (!canvas.isConnected) return;
  chart?.destroy();
  const { Chart } = globalThis;
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.color = colour('--soft');
  const starts = coverage.slots.map((each) => Date.parse(each.from));
  const datasets = coverage.themes.map((theme, index) => ({
    label: themeName(theme.id), data: coverage.slots.map((each) => each.themes[theme.id] ?? 0), backgroundColor: themeColour(theme.id, index), stack: 'themes', borderRadius: 2, categoryPercentage: 0.9, barPercentage: 1,
  }));
  const surging = coverage.surges.filter((each) => !each.outlet && !each.country);
  chart = new Chart(canvas, {
    type: 'bar',
    data: { labels: coverage.slots.map((each) => clock(each.from)), datasets },
    options: {
      locale: locale(), animation: false, maintainAspectRatio: false, interaction: { mode: 'index', intersect: false },
      scales: {
        x: { stacked: true, grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 24 } },
        y: { stacked: true, beginAtZero: true, ticks: { precision: 0 }, grid: { color: colour('--line') }, border: { display: false } },
      },
      plugins: { legend: { position: 'top', align: 'start', labels: { boxWidth: 10, boxHeight: 10 } } },
    },
    plugins: [{ id: 'surges', beforeDatasetsDraw: (drawn) => mark(drawn, starts, surging) }],
  });
}

/** A band behind the hours of each surge, with a line where it began. */
function mark(drawn, starts, all) {
  const { ctx, chartArea, scales } = drawn;
  if (starts.length === 0) return;
  const width = chartArea.width / starts.length;
  const place = (time) => {
    const after = starts.findIndex((each) => each > time);
    const index = after < 0 ? starts.length - 1 : Math.max(0, after - 1);
    return scales.x.getPixelForValue(index) - width / 2;
  };
  ctx.save();
  for (const surge of all) {
    const from = place(Date.parse(surge.start));
    const to = surge.end ? place(Date.parse(surge.end)) + width : chartArea.right;
    ctx.fillStyle = colour('--surge');
    ctx.fillRect(from, chartArea.top, Math.max(to - from, 3), chartArea.height);
    ctx.fillStyle = colour('--accent');
    ctx.fillRect(from, chartArea.top, 2, chartArea.height);
  }
  ctx.restore();
}
