import type { Locator, Page } from 'playwright-core';

/** The form as a person sees it: fields by their labels, buttons by their words. */
export class FormPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the form and signs in as the guest. */
  async open(formUrl: string): Promise<void> {
    await this.page.goto(formUrl);
    await this.press('Enter');
    await this.field('Name').waitFor();
  }

  /** The field with exactly this label; the marks of required fields are no part of it. */
  field(label: string): Locator {
    return this.page.getByLabel(
      new RegExp(`^${label}\\s*(\\*|\\(Required\\))?$`),
    );
  }

  /** Fills text fields, in order. */
  async fill(values: Record<string, string>): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      await this.field(label).fill(value);
    }
  }

  /** Chooses from a list. */
  async choose(label: string, option: string | RegExp): Promise<void> {
    await this.field(label).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  /** Waits for words anywhere on the page. */
  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).first().waitFor();
  }

  /** Fills in what has no default, up to the page with the address plan. */
  async fillUpToNetwork(name: string): Promise<void> {
    await this.fill({ Name: name });
    await this.choose('Owner', 'Payments team');
    await this.press('Next');
    await this.fill({
      'Ledger AWS account': '111111111111',
      'Ledger contact points':
        'jdbc:postgresql://ledger.example.com:5432/ledger',
    });
    await this.press('Next');
    await this.fill({
      'Auditor AWS account': '222222222222',
      'Auditor contact points':
        'jdbc:postgresql://auditor.example.com:5432/auditor',
    });
    await this.press('Next');
    await this.sees('The networks whose applications call');
    await this.press('Next');
    await this.field('Tag or commit of the actions').waitFor();
    await this.press('Next');
    await this.field('Ledger range').waitFor();
  }
}
