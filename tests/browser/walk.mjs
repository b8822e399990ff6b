// Looks at a built site in Chromium as readers meet it, and tells all that is wrong:
//
//   node walk.mjs FOLDER PREFIX [CHROMIUM]
//
// FOLDER is served below PREFIX (`/news`) under a content security policy without inline styles and scripts. Of every kind
// of page in every language one is opened at 390 and 320 pixels, light and dark: axe-core finds nothing (WCAG 2.2 AA and
// its best practices), nothing runs over the side, in every mode of the panel for low vision either, the browser has nothing to say, nothing is asked of other hosts. Every
// release weighs at most 14 KB with the stylesheet, as gzip sends it.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const [folder, prefix, executablePath = '/usr/bin/chromium'] = process.argv.slice(2);
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'";
const heaviest = 14 * 1024;
const types = { html: 'text/html; charset=utf-8', css: 'text/css', svg: 'image/svg+xml', jpg: 'image/jpeg', png: 'image/png' };
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const found = new Map();
const tell = (what, where) => found.set(what, [...(found.get(what) ?? []), where]);

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const file = join(folder, path.startsWith(prefix) ? path.slice(prefix.length) : '', path.endsWith('/') ? 'index.html' : '');
  try {
    const body = readFileSync(file);
    response.writeHead(200, { 'content-type': types[file.split('.').pop()] ?? 'application/octet-stream', 'content-security-policy': policy });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;

const files = (below) =>
  readdirSync(below, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(below, entry.name)) : [join(below, entry.name)]);
const kinds = new Map();
for (const file of files(folder).filter((file) => file.endsWith('.html')).sort()) {
  const html = readFileSync(file, 'utf8');
  const [, lang] = html.match(/<html lang="([^"]+)"/) ?? [];
  const [, kind] = html.match(/<body class="page-([a-z]+)/) ?? [];
  const path = `/${relative(folder, file)}`.replace(/index\.html$/, '');
  if (kind && !kinds.has(`${lang} ${kind}`)) kinds.set(`${lang} ${kind}`, path);
  if (kind === 'release') {
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => readFileSync(join(folder, href.slice(prefix.length))));
    const weight = [readFileSync(file), ...sheets].reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0);
    if (weight > heaviest) tell(`${weight} bytes are more than ${heaviest}`, path);
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
let at = '';
const releases = [];

async function audit(where) {
  const { violations } = await page.evaluate((rules) => window.axe.run(document, { runOnly: rules }), rules);
  for (const { id, help, nodes } of violations) tell(`${id} (${help}): ${nodes[0].html.slice(0, 160)}`, where);
}

async function measure(width, where) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) tell(`is ${wide} wide at ${width}`, where);
}

page.on('console', (message) => ['error', 'warning'].includes(message.type()) && tell(message.text(), at));
page.on('pageerror', (error) => tell(error.message, at));
page.on('request', (request) => request.url().startsWith(origin) || tell(`asks for ${request.url()}`, at));
for (const path of kinds.values()) {
  at = path;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(origin + prefix + path);
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await audit(`${path} ${colorScheme}`);
  }
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await measure(width, path);
  }
  await page.locator('.panel [name="size"][value="200"]').evaluate((input) => (input.checked = true));
  await measure(320, `${path} at 200 %`);
  if (path.includes('/news/') && path.split('/').length > 7) releases.push(path);
}
// The panel for low vision: every choice of every question, on a release in each language.
for (const path of releases) {
  await page.goto(origin + prefix + path);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.matches('.panel summary'));
  if (!first) tell('the panel is not the first control', path);
  await page.evaluate(axe);
  await page.locator('.panel summary').click();
  for (const value of await page.locator('.panel input').evaluateAll((all) => all.map(({ name, value }) => `[name="${name}"][value="${value}"]`))) {
    await page.locator(`.panel ${value}`).check();
    if (value.includes('scheme') || value.includes('pictures')) await audit(`${path} ${value}`);
    await measure(320, `${path} ${value}`);
  }
  await page.reload();
  const kept = await page.evaluate(() => new FormData(document.querySelector('.panel form')).get('size'));
  if (kept !== '200') tell(`the panel remembers ${kept} for 200`, path);
  await page.evaluate(() => localStorage.clear());
}
await browser.close();
server.close();

for (const [what, where] of found) console.error(`${what}\n  on ${where.length}: ${where.slice(0, 5).join(', ')}`);
console.log(`${kinds.size} pages, ${found.size} kinds of problems`);
process.exit(found.size || !kinds.size ? 1 : 0);
