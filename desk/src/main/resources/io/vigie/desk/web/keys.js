/** The keyboard: one letter, one deed, never while somebody types. */
import { h, replace } from './dom.js';
import { t } from './words.js';

const TYPED = 'input, textarea, select, [contenteditable]';

/** handlers(): letters to functions; returns what shows the help. */
export function keyboard(handlers) {
  const dialog = h('dialog', { class: 'help' });
  document.body.append(dialog);
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      document.activeElement?.matches(TYPED) && document.activeElement.blur();
      return;
    }
    if (event.target.closest?.(TYPED) || dialog.open) return;
    const deed = event.key === '?' ? () => help(dialog) : handlers()[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });
  return () => help(dialog);
}

function help(dialog) {
  const line = (keys, meaning) => [h('dt', {}, keys.map((key) => h('kbd', {}, key))), h('dd', {}, t(meaning))];
  replace(dialog, h('h2', {}, t('keys.title')), h('dl', {},
    line(['j'], 'keys.next'), line(['k'], 'keys.previous'), line(['o'], 'keys.open'), line(['w'], 'keys.why'), line(['s'], 'keys.story'),
    line(['1', '2', '3'], 'keys.triage'), line(['/'], 'keys.search'), line(['f'], 'keys.filters'), line(['Esc'], 'keys.escape'), line(['?'], 'keys.help')),
  h('button', { type: 'button', autofocus: true, onclick: () => dialog.close() }, t('keys.close')));
  dialog.setAttribute('aria-label', t('keys.title'));
  dialog.showModal();
}
