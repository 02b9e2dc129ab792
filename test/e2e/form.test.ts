import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { parse } from 'yaml';
import { withTools } from '../tools/withTools';
import { BackstageApi } from './backstageApi';
import { openProfile, startBrowser } from './browser';
import { contrastOf } from './contrast';
import { FormPage } from './formPage';
import { repositoryOnDisk } from './repositoryOnDisk';
import { type TestPortal, startTestPortal } from './testPortal';

const NO_OVERLAP = 'The ranges do not overlap and hold the nodes.';

/** The fields of the address plan, in the order of the page. */
const FIELDS = [
  'Ledger range',
  'Ledger zones',
  'Auditor range',
  'Auditor zones',
  'Service range',
];

const IMAGES = resolve(__dirname, '../../.github/images');

withTools(['chromium'], ({ chromium }) => {
  // Here, because withTools sets a limit of its own.
  jest.setTimeout(300_000);

  describe('the form, filled in by a newcomer', () => {
    let portal: TestPortal;
    let browser: Browser;

    beforeAll(async () => {
      [portal, browser] = await Promise.all([
        startTestPortal({ frontEnd: true }),
        startBrowser(chromium.path),
      ]);
    });

    afterAll(() => Promise.all([browser?.close(), portal?.stop()]));

    async function withForm(
      colorScheme: 'light' | 'dark',
      use: (form: FormPage) => Promise<void>,
    ): Promise<void> {
      const { context, outside } = await openProfile(browser, colorScheme);
      try {
        const form = new FormPage(await context.newPage());
        await form.open(portal.formUrl);
        await use(form);
        expect(outside).toEqual([]);
      } finally {
        await context.close();
      }
    }

    it('leads to a repository on disk, past an overlap that shows while it is typed and stops the form', () =>
      withForm('light', async form => {
        await form.fillUpToNetwork('payments');
        await form.press('Propose free ranges');
        await form.sees(NO_OVERLAP);
        await keepImage(form.page, 'form.png');
        await form.fill({ 'Auditor range': '10.0.8.0/21' });
        await form.sees(/shares no address with 10\.0\.0\.0\/20/);
        await form.press('Next');
        await form.sees(/shares no address with 10\.0\.0\.0\/20/);
        expect(await form.field('Destination').count()).toBe(0);
        await form.fill({ 'Auditor range': '10.0.32.0/20' });
        await form.sees(NO_OVERLAP);
        await form.press('Next');
        await form.field('Destination').waitFor();
        await form.press('Review');
        await form.sees('Ledger contact points');
        await form.press('Create the repository');
        await form.sees('Next steps and guidelines');
        await form.sees(join(portal.publishDirectory, 'payments'));
        await keepImage(form.page, 'task.png');

        const taskId = form.page.url().split('/').at(-1) ?? '';
        const api = new BackstageApi(portal.backendUrl);
        await expect(api.finishedTask(taskId)).resolves.toMatchObject({
          status: 'completed',
        });
        const repository = await repositoryOnDisk(
          join(portal.publishDirectory, 'payments'),
        );
        expect(repository.messages).toHaveLength(1);
        expect(repository.files).toEqual(repository.rendered);
        expect(parse(repository.files['scalardl.yaml'] ?? '')).toMatchObject({
          metadata: { name: 'payments', owner: 'group:default/payments' },
          spec: {
            serviceCidr: '172.20.0.0/16',
            ledger: {
              awsAccountId: '111111111111',
              network: { cidr: '10.0.0.0/20' },
            },
            auditor: {
              awsAccountId: '222222222222',
              network: { cidr: '10.0.32.0/20' },
            },
          },
        });
      }));

    it('can be filled in by keyboard alone and read in the dark', () =>
      withForm('dark', async form => {
        await form.fillUpToNetwork('keyboard');
        const { keyboard } = form.page;
        await form.page
          .getByRole('button', { name: 'Propose free ranges' })
          .focus();
        await keyboard.press('Enter');
        await form.sees(NO_OVERLAP);
        for (const label of FIELDS) await tabTo(form, label);
        // Tab selects what is there, so typing replaces it.
        await keyboard.type('172.21.0.0/16');
        expect(await form.field('Service range').inputValue()).toBe(
          '172.21.0.0/16',
        );
        await form.sees(NO_OVERLAP);

        const texts = [
          ...FIELDS.map(label => form.field(label)),
          form.page.getByText(/^Ledger range/).first(),
          form.page.getByText(NO_OVERLAP),
        ];
        for (const text of texts) {
          const { ratio, background } = await contrastOf(text);
          expect(background).toBeLessThan(0.2);
          expect(ratio).toBeGreaterThanOrEqual(4.5);
        }
      }));
  });
});

/** Presses Tab until the field has the focus; what is between, such as a disclosure, may be passed. */
async function tabTo(form: FormPage, label: string): Promise<void> {
  const field = form.field(label);
  for (let presses = 0; presses < 4; presses += 1) {
    await form.page.keyboard.press('Tab');
    if (await field.evaluate(input => input === document.activeElement)) return;
  }
  throw new Error(`${label} is not reached by Tab.`);
}

/** Writes the picture that the README shows, where that is asked for. */
async function keepImage(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_SCREENSHOTS !== '1') return;
  await mkdir(IMAGES, { recursive: true });
  await page.screenshot({ path: join(IMAGES, name), fullPage: true });
}
