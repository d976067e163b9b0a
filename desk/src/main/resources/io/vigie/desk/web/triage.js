/** Deciding what an alert is worth, and the view of all decisions. */
import { get, post } from './api.js';
import { append, h, replace } from './dom.js';
import { address } from './filters.js';
import { clock } from './time.js';
import { number, remember, remembered, t } from './words.js';

export const VERDICTS = ['seen', 'relevant', 'not-relevant'];

/** Sends a decision; say tells people how it went. */
export async function decide(alertId, verdict, note, say) {
  const who = remembered('who');
  if (!who) {
    say(t('triage.needname'));
    document.querySelector('.decide input[name=who]')?.focus();
    return null;
  }
  const decision = await post(`/api/alerts/${encodeURIComponent(alertId)}/triage`, { verdict, note, who });
  say(t('triage.saved'));
  return decision;
}

/** The form under an alert. */
export function decisionForm(alert, say, decided) {
  const note = h('input', { name: 'note', maxlength: '2000', placeholder: t('triage.note'), 'aria-label': t('triage.note'), value: alert.triage?.note ?? null });
  const who = h('input', { name: 'who', maxlength: '100', required: true, autocomplete: 'name', placeholder: t('triage.who'), 'aria-label': t('triage.who'), value: remembered('who') });
  who.addEventListener('change', () => remember('who', who.value.trim()));
  const buttons = VERDICTS.map((verdict) => h('button', {
    type: 'button', class: `verdict-${verdict}`, 'aria-pressed': String(alert.triage?.verdict === verdict),
    onclick: async () => {
      remember('who', who.value.trim());
      try {
        const decision = await decide(alert.alertId, verdict, note.value, say);
        if (decision) decided(decision);
      } catch (error) {
        say(t('error.detail', error.message));
      }
    },
  }, t(`triage.${verdict}`)));
  return h('form', { class: 'decide', 'aria-label': t('triage.write'), onsubmit: (event) => event.preventDefault() },
    h('div', { class: 'buttons', role: 'group', 'aria-label': t('triage.write') }, buttons), h('div', { class: 'fields' }, note, who));
}

export function decisionLines(decisions) {
  return decisions.map((each) => h('li', {},
    h('strong', { class: `verdict-${each.verdict}` }, t(`triage.${each.verdict}`)), ' ',
    h('span', { class: 'soft' }, t('triage.by', each.who, clock(each.at))),
    each.note ? h('p', { class: 'note' }, each.note) : null));
}

export const triageView = {
  async show(main) {
    const { decisions } = await get('/api/triage');
    const by = (verdict) => number(decisions.filter((each) => each.verdict === verdict).length);
    const body = h('div', { class: 'column' });
    replace(main, body);
    append(body, [
      h('h1', {}, t('triage.title')),
      h('p', { class: 'soft' }, t('triage.count', number(decisions.length), by('relevant'), by('not-relevant'), by('seen'))),
      h('p', {}, h('a', { href: '/api/triage.jsonl', download: 'vigie-triage.jsonl' }, t('triage.export'))),
    ]);
    if (decisions.length === 0) {
      body.append(h('p', { class: 'empty' }, t('triage.empty')));
      return;
    }
    const newest = [...decisions].sort((a, b) => b.at.localeCompare(a.at)).slice(0, 200);
    const rows = newest.map((each) => h('li', { class: 'decision' },
      h('strong', { class: `verdict-${each.verdict}` }, t(`triage.${each.verdict}`)),
      h('a', { class: 'headline', href: address({ view: 'why', id: each.alertId }), data: { alert: each.alertId } }, each.alertId),
      each.note ? h('p', { class: 'note' }, each.note) : null,
      h('span', { class: 'soft' }, t('triage.by', each.who, clock(each.at)))));
    body.append(h('ul', { class: 'decisions' }, rows));
    for (const link of body.querySelectorAll('a[data-alert]')) {
      get(`/api/alerts/${encodeURIComponent(link.dataset.alert)}`).then((alert) => {
        link.textContent = alert.headline;
        link.lang = alert.language;
      }, () => {});
    }
  },
};
