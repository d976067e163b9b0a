/**
 * New alerts as they come: an event stream that resumes where it broke off and, when no stream can be had, polling.
 * A page that nobody looks at lets go of its stream: a browser has few connections for each host.
 */
import { get } from './api.js';

const POLL_EVERY = 5_000;
const STREAM_AGAIN = 20_000;
const HIDDEN_GRACE = 60_000;

export class Live {
  #on;
  #source = null;
  #last = null;
  #newest = new Date().toISOString();
  #timers = new Set();
  #hidden = null;

  /** on: {alert(alert), triage(decision), reset(), state('live'|'polling'|'waiting'|'paused')} */
  constructor(on) {
    this.#on = on;
    document.addEventListener('visibilitychange', () => this.#visibility());
  }

  /** To be started before the list is read: then nothing falls between the two. */
  start() {
    this.#open();
  }

  #open() {
    this.#stop();
    const query = this.#last ? `?lastEventId=${encodeURIComponent(this.#last)}` : '';
    const source = new EventSource(`/api/events${query}`);
    this.#source = source;
    source.addEventListener('hello', (event) => {
      this.#last = event.lastEventId || this.#last;
      this.#on.state('live');
    });
    source.addEventListener('alert', (event) => {
      this.#last = event.lastEventId || this.#last;
      this.#take(JSON.parse(event.data));
    });
    source.addEventListener('triage', (event) => this.#on.triage(JSON.parse(event.data)));
    source.addEventListener('reset', () => this.#on.reset());
    source.addEventListener('error', () => {
      if (source !== this.#source) return;
      if (source.readyState === EventSource.CLOSED) this.#poll();
      else this.#on.state('waiting');
    });
  }

  #take(alert) {
    if (alert.detectedAt > this.#newest) this.#newest = alert.detectedAt;
    this.#on.alert(alert);
  }

  #poll() {
    this.#stop();
    const ask = async () => {
      try {
        const { alerts } = await get('/api/alerts', { from: this.#newest, limit: 100 });
        this.#on.state('polling');
        alerts.reverse().forEach((alert) => this.#take(alert));
      } catch {
        this.#on.state('waiting');
      }
    };
    ask();
    const again = setInterval(ask, POLL_EVERY);
    const stream = setTimeout(() => this.#open(), STREAM_AGAIN);
    this.#timers.add(again).add(stream);
  }

  #visibility() {
    clearTimeout(this.#hidden);
    if (document.hidden) {
      this.#hidden = setTimeout(() => {
        this.#stop();
        this.#on.state('paused');
      }, HIDDEN_GRACE);
    } else if (!this.#source && this.#timers.size === 0) {
      this.#open();
    }
  }

  #stop() {
    this.#source?.close();
    this.#source = null;
    this.#timers.forEach((timer) => {
      clearInterval(timer);
      clearTimeout(timer);
    });
    this.#timers.clear();
  }
}
