/**
 * A softphone of Partyline for pages and scripts: browsers and Node from 18 on, no dependencies.
 * Events have the Voice SDK's names: registered, incoming, ringing, accept, cancel, disconnect, …
 *
 *   const phone = await Softphone.open('http://localhost:8080', { identity: 'agent_a' });
 *   phone.on('incoming', (event) => phone.accept());
 *   await phone.connect({ To: '+819000000001' });
 */
export class Softphone {
  #base;
  #listeners = new Map();
  #seen = [];
  #stop = new AbortController();

  /** Opens a page for an identity, or for a token that holds one, and follows what it is told. */
  static async open(server, options) {
    const base = server.replace(/\/$/, '') + '/_partyline/softphones';
    const state = await send('POST', base, options);
    const phone = new Softphone(`${base}/${encodeURIComponent(state.name)}`, state.name);
    phone.followed = phone.#follow();
    return phone;
  }

  constructor(base, name) {
    this.#base = base;
    this.name = name;
  }

  /** Calls the listener with { event, at, call, data } from now on. */
  on(event, listener) {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  /** The first such event, which may have come already. */
  once(event) {
    const seen = this.#seen.find((one) => one.event === event);
    return seen ? Promise.resolve(seen) : new Promise((done) => this.on(event, done));
  }

  connect(parameters) {
    return this.#do('connect', { parameters });
  }
  accept() {
    return this.#do('accept');
  }
  reject() {
    return this.#do('reject');
  }
  hangUp() {
    return this.#do('hang-up');
  }
  mute(off = true) {
    return this.#do(off ? 'mute' : 'unmute');
  }
  digits(keys) {
    return this.#do('keys', { keys });
  }

  /** State and calls, as the control API shows them. */
  state() {
    return send('GET', this.#base);
  }

  /** Closes the page: a call that is up ends after a moment. */
  async close() {
    this.#stop.abort();
    return send('DELETE', this.#base);
  }

  #do(action, body = {}) {
    return send('POST', `${this.#base}/${action}`, body);
  }

  async #follow() {
    try {
      const answer = await fetch(`${this.#base}/live`, {
        headers: { Accept: 'text/event-stream' },
        signal: this.#stop.signal,
      });
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        text += part.value;
        const blocks = text.split('\n\n');
        text = blocks.pop();
        blocks.forEach((block) => this.#tell(block));
      }
    } catch (gone) {
      if (!this.#stop.signal.aborted) {
        throw gone;
      }
    }
  }

  #tell(block) {
    const field = (name) =>
      block
        .split('\n')
        .filter((line) => line.startsWith(name + ':'))
        .map((line) => line.slice(name.length + 1).trim())
        .join('\n');
    if (field('event')) {
      const event = { event: field('event'), ...JSON.parse(field('data')) };
      this.#seen.push(event);
      (this.#listeners.get(event.event) ?? []).forEach((listener) => listener(event));
    }
  }
}

async function send(method, url, body) {
  const answer = await fetch(url, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = await answer.json();
  if (!answer.ok) {
    throw new Error(json.error);
  }
  return json;
}
