// One picture of all pages for the documentation: `node console/tests/pages/contact-sheet.ts`, after the browser tests have taken the pictures.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { PAGES } from './page-list.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const target = join(root, 'docs', 'console.png');
const LARGEST = 600_000;
const WIDTH = 460;

/** What lies below the first screen of a page. */
const BELOW = ['insight-alert', 'privacy-requests'];

// Light and dark in turn: both are seen, and the picture stays small.
const files = [...PAGES.map(({ name }, index) => `${name}-${index % 2 === 0 ? 'light' : 'dark'}`), ...BELOW]
  .map((name) => join(root, 'artifacts', 'console', `${name}.png`))
  .filter((file) => existsSync(file));
if (files.length === 0) throw new Error('There are no pictures in artifacts/console: run the browser tests first.');

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: WIDTH * 3 + 40, height: 100 } });
const pictures = files.map((file) => `<img width="${WIDTH}" src="data:image/png;base64,${readFileSync(file).toString('base64')}">`);
await page.setContent(`<body style="margin:10px;display:flex;flex-wrap:wrap;gap:10px;background:#767c8c">${pictures.join('')}</body>`);
await page.waitForFunction(() => [...document.images].every((image) => image.complete));
await page.screenshot({ path: target, fullPage: true });
await browser.close();

const { size } = statSync(target);
process.stdout.write(`${files.length} pages, ${Math.round(size / 1000)} kB\n`);
if (size > LARGEST) throw new Error(`${target} has ${size} bytes, more than ${LARGEST}.`);
