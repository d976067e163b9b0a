/** Puts the page together: the bar above, the view that the address names, and what arrives. */
import { ApiError, session } from './api.js';
import { h, replace } from './dom.js';
import { address, filters, onState, state } from './filters.js';
import { keyboard } from './keys.js';
import { Live } from './live.js';
import { login } from './login.js';
import { nowView } from './now.js';
import { triageView } from './triage.js';
import { whyView } from './why.js';
import { currentLanguage, LANGUAGES, preferredLanguage, remember, remembered, setLanguage, t } from './words.js';

/** Those that are not looked at first are loaded when they are. */
const VIEWS = {
  now: () => nowView,
  pulse: () => import('./pulse.js').then((module) => module.pulseView),
  watch: () => import('./watch.js').then((module) => module.watchView),
  triage: () => triageView,
  brief: () => import('./brief.js').then((module) => module.briefView),
  story: () => import('./story.js').then((module) => module.storyView),
  why: () => whyView,
};
const TABS = ['now', 'pulse', 'watch', 'triage', 'brief'];
const LOOKS = ['auto', 'light', 'dark'];

const main = document.getElementById('main');
const top = document.getElementById('top');
const status = document.getElementById('say');
let shown = null;
let liveState = 'waiting';
let turn = 0;
let help = () => {};

function say(text) {
  status.textContent = '';
  requestAnimationFrame(() => { status.textContent = text; });
  status.classList.add('seen');
  clearTimeout(say.timer);
  say.timer = setTimeout(() => status.classList.remove('seen'), 4_000);
}

function look(name) {
  if (name === 'auto') delete document.documentElement.dataset.look;
  else document.documentElement.dataset.look = name;
  remember('look', name);
}

function bar() {
  const current = state();
  const here = current.view === 'why' || current.view === 'story' ? 'now' : current.view;
  const now = remembered('look') ?? 'auto';
  document.getElementById('skip').textContent = t('skip');
  replace(top,
    h('a', { class: 'brand', href: '/', 'aria-label': `Vigie, ${t('brand.tagline')}` }, h('img', { src: '/assets/icon.svg', alt: '', width: '26', height: '26' }), h('span', {}, 'Vigie')),
    h('nav', { 'aria-label': t('nav') }, TABS.map((view) => h('a', { href: address({ view, id: '' }), 'aria-current': view === here ? 'page' : null }, t(`view.${view}`)))),
    h('div', { class: 'tools' },
      h('span', { class: 'live', title: t('live.title'), data: { state: liveState } }, t(`live.${liveState}`)),
      h('select', { class: 'quiet', 'aria-label': t('language.title'), onchange: (event) => { setLanguage(event.target.value); remember('language', event.target.value); shown?.leave?.(); shown = null; show(); } }, LANGUAGES.map((each) => h('option', { value: each, selected: each === currentLanguage() }, each.toUpperCase()))),
      h('select', { class: 'quiet', 'aria-label': t('look.title'), onchange: (event) => look(event.target.value) }, LOOKS.map((each) => h('option', { value: each, selected: each === now }, t(`look.${each}`)))),
      h('button', { type: 'button', class: 'quiet key', 'aria-label': t('keys.button'), onclick: () => help() }, '?')));
}

async function show() {
  const mine = ++turn;
  const current = state();
  bar();
  const view = await (VIEWS[current.view] ?? VIEWS.now)();
  if (mine !== turn) return;
  if (shown !== view) {
    shown?.leave?.();
    main.replaceChildren();
    scrollTo(0, 0);
  }
  shown = view;
  document.title = `${t(`view.${VIEWS[current.view] ? current.view : 'now'}`)} · Vigie`;
  try {
    await view.show(main, current, { say, filters: filters() });
  } catch (error) {
    if (mine === turn) failed(error);
  }
}

function failed(error) {
  if (error instanceof ApiError && error.status === 401) {
    begin();
    return;
  }
  const detail = error instanceof ApiError ? t('error.detail', error.message) : t('error.unreachable');
  shown?.leave?.();
  shown = null;
  replace(main, h('div', { class: 'column failed', role: 'alert' }, h('p', {}, detail), h('button', { type: 'button', onclick: show }, t('error.retry'))));
  const mine = turn;
  setTimeout(() => mine === turn && show(), 3_000);
}

async function begin() {
  const { tokenNeeded } = await session();
  if (tokenNeeded) await login(main);
  main.replaceChildren();
  live.start();
  await show();
}

const live = new Live({
  alert: (alert) => shown?.arrived?.(alert),
  triage: (decision) => shown?.triaged?.(decision),
  reset: () => shown?.reset?.(),
  state: (name) => {
    liveState = name;
    const mark = top.querySelector('.live');
    if (mark) {
      mark.dataset.state = name;
      mark.textContent = t(`live.${name}`);
    }
  },
});

setLanguage(preferredLanguage());
if (remembered('look')) look(remembered('look'));
help = keyboard(() => ({ ...shown?.keys }));
onState(show);
setInterval(() => shown?.tick?.(), 15_000);
bar();
begin().catch(failed);
