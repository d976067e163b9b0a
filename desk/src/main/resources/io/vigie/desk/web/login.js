/** Asks for the desk's token, where one is needed. */
import { post } from './api.js';
import { h, replace } from './dom.js';
import { t } from './words.js';

export function login(main) {
  return new Promise((entered) => {
    const token = h('input', { type: 'password', name: 'token', required: true, autocomplete: 'current-password', id: 'token' });
    const wrong = h('p', { class: 'wrong', role: 'alert' });
    const enter = async (event) => {
      event.preventDefault();
      try {
        await post('/api/session', { token: token.value });
        entered();
      } catch {
        replace(wrong, t('login.wrong'));
        token.select();
      }
    };
    replace(main, h('form', { class: 'login', onsubmit: enter }, h('h1', {}, t('login.title')), h('label', { for: 'token' }, t('login.token')), token, h('button', {}, t('login.enter')), wrong));
    token.focus();
  });
}
