/** The page's words, in French or English. */
import en from './words-en.js';
import fr from './words-fr.js';

const ALL = { en, fr };
let language = 'en';

export const LANGUAGES = Object.keys(ALL);

export function setLanguage(code) {
  language = ALL[code] ? code : 'en';
  document.documentElement.lang = language;
}

export function currentLanguage() {
  return language;
}

/** The language that was chosen before, or that the browser prefers. */
export function preferredLanguage() {
  const stored = remembered('language');
  return stored && ALL[stored] ? stored : navigator.languages.some((each) => each.startsWith('fr')) ? 'fr' : 'en';
}

/** For Intl: English as it is read in Europe. */
export function locale() {
  return language === 'en' ? 'en-GB' : language;
}

const formatters = new Map();

/** A formatter of the page's language, made once: making one costs a hundred times its use. Options are told apart by identity. */
export function formatter(Kind, options) {
  const known = formatters.get(options);
  if (known?.locale === locale()) return known.format;
  const format = new Kind(locale(), options);
  formatters.set(options, { locale: locale(), format });
  return format;
}

/** t('now.count', 5); a word that is missing shows as its key, so that it is seen and mended. */
export function t(key, ...values) {
  const text = ALL[language][key] ?? en[key] ?? key;
  return text.replace(/\{(\d)\}/g, (_, i) => values[i] ?? '');
}

export function themeName(id) {
  const key = `theme.${id}`;
  return ALL[language][key] ?? id;
}

const names = {};

function displayName(type, code) {
  const key = `${language} ${type}`;
  names[key] ??= new Intl.DisplayNames([language], { type, fallback: 'code' });
  try {
    return names[key].of(code);
  } catch {
    return code;
  }
}

export function languageName(code) {
  return !code || code === 'und' ? t('language.und') : displayName('language', code);
}

export function countryName(code) {
  if (!code) return '';
  return code === 'INT' ? t('country.int') : displayName('region', code);
}

const PLAIN = {};

export function number(value) {
  return formatter(Intl.NumberFormat, PLAIN).format(value);
}

/** What this browser remembers; nothing when it may not. */
export function remembered(key) {
  try {
    return localStorage.getItem(`vigie.${key}`);
  } catch {
    return null;
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(`vigie.${key}`, value);
  } catch {
    // A browser that remembers nothing still shows everything.
  }
}
