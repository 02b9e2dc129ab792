// Loaded before a program of Node: counts the HTTP requests that it starts, and writes their number at its end to
// the file that REQUESTS_FILE names.
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';

let requests = 0;
subscribe('http.client.request.start', () => {
  requests += 1;
});
process.on('exit', () =>
  writeFileSync(process.env.REQUESTS_FILE, String(requests)),
);
