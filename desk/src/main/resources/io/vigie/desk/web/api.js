/** Asks the desk. */

let headerToken = null;

export class ApiError extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

export async function get(path, parameters = {}, signal = undefined) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== ''));
  const response = await fetch(query.size ? `${path}?${query}` : path, { signal, headers: { Accept: 'application/json' } });
  return read(response);
}

export async function post(path, body) {
  if (headerToken === null) await session();
  let response = await send(path, body);
  if (response.status === 403) { // Another process answers now, with another token.
    await session();
    response = await send(path, body);
  }
  return read(response);
}

function send(path, body) {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Vigie-Token': headerToken ?? '' },
    body: JSON.stringify(body),
  });
}

/** Whether the token must be asked for. */
export async function session() {
  const answer = await get('/api/session');
  headerToken = answer.headerToken ?? null;
  return answer;
}

async function read(response) {
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, answer.detail ?? response.statusText);
  return answer;
}
