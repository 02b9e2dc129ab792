import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { ScalardlAddressPlan, validateAddressPlan } from '.';
import type { AddressPlanOptions } from './schema';

const ZONES = 'ap-northeast-1a, ap-northeast-1c, ap-northeast-1d';

const PAYMENTS: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments',
    annotations: { 'scalardl-on-eks/cidrs': '10.0.0.0/20,10.0.16.0/20' },
  },
};

interface FormSetup {
  options?: AddressPlanOptions;
  formData?: object;
  theme?: 'mui' | 'bui';
  catalog?: Parameters<typeof catalogApiMock.mock>[0];
}

/** The field on the one page of a real scaffolder form. */
async function renderForm(setup: FormSetup = {}) {
  const { options, formData, theme, catalog } = setup;
  const onCreate = jest.fn();
  const catalogApi = catalog
    ? catalogApiMock.mock(catalog)
    : catalogApiMock({ entities: [PAYMENTS] });
  await renderInTestApp(
    <Stepper
      extensions={[
        {
          name: 'ScalardlAddressPlan',
          component: ScalardlAddressPlan,
          validation: validateAddressPlan as never,
        },
      ]}
      manifest={{
        title: 'A pair',
        steps: [
          {
            title: 'Networks',
            schema: {
              required: ['networks'],
              properties: {
                networks: {
                  title: 'Networks of the pair',
                  type: 'object',
                  'ui:field': 'ScalardlAddressPlan',
                  'ui:options': options ?? {},
                },
              },
            },
          },
        ],
      }}
      initialState={formData as never}
      formProps={{ EXPERIMENTAL_theme: theme ?? 'mui' }}
      onCreate={onCreate}
    />,
    { apis: [[catalogApiRef, catalogApi]] },
  );
  // What the catalog says is there.
  const propose = screen.getByRole('button', { name: 'Propose free ranges' });
  await waitFor(() => expect(propose).toBeEnabled());
  const input = (name: string) => screen.getByRole('textbox', { name });
  return { onCreate, input, user: userEvent.setup() };
}

function sideTable(side: string) {
  const region = screen.getByRole('region', { name: side });
  return within(region).getByRole('table');
}

function cells(table: HTMLElement): string[] {
  return within(table)
    .getAllByRole('cell')
    .map(cell => cell.textContent ?? '');
}

jest.setTimeout(60_000);

describe('ScalardlAddressPlan', () => {
  beforeAll(() => {
    // The form scrolls to its top, which jsdom cannot.
    window.scrollTo = () => {};
  });

  it('shows the subnets of a typed range and how many nodes they hold', async () => {
    const { input, user } = await renderForm();
    await user.type(input('Ledger range'), '10.1.0.0/20');
    await user.type(input('Ledger zones'), ZONES);
    expect(cells(sideTable('Ledger'))).toEqual([
      '10.1.0.0/23',
      '10.1.6.0/23',
      '10.1.2.0/23',
      '10.1.8.0/23',
      '10.1.4.0/23',
      '10.1.10.0/23',
    ]);
    expect(
      screen.getByText(/507 free addresses in each. .* 12 nodes of m7i.xlarge/),
    ).toBeInTheDocument();
  });

  it('says at the input, and to a screen reader, that the sides overlap', async () => {
    const { input, user } = await renderForm();
    await user.type(input('Ledger range'), '10.1.0.0/20');
    await user.type(input('Auditor range'), '10.1.8.0/21');
    const auditor = input('Auditor range');
    expect(auditor).toHaveAttribute('aria-invalid', 'true');
    expect(auditor).toHaveAccessibleDescription(
      expect.stringContaining('shares no address with 10.1.0.0/20'),
    );
    expect(input('Ledger range')).not.toHaveAttribute('aria-invalid');
    expect(verdict()).toHaveTextContent(/✗ \d problems: .*Auditor range/);
  });

  it('is silent about an untouched form until somebody goes on', async () => {
    const { input, user } = await renderForm();
    expect(verdict()).toHaveTextContent('Type a range for each side');
    expect(input('Ledger range')).not.toHaveAttribute('aria-invalid');
    await user.click(screen.getByRole('button', { name: 'Review' }));
    expect(input('Ledger range')).toHaveAttribute('aria-invalid', 'true');
    expect(verdict()).toHaveTextContent('✗ 5 problems');
  });

  it('is filled and sent by keyboard alone, around the ranges in use', async () => {
    const { onCreate, user } = await renderForm({
      options: { region: 'ap-northeast-1' },
    });
    await screen.findByText(/Ranges in use, from the catalog: 2, of 1/);
    await tabTo(user, 'Propose free ranges');
    await user.keyboard('{Enter}');
    expect(
      screen.getByText(/Proposed 10.0.32.0\/20 for Ledger/),
    ).toHaveAttribute('role', 'status');
    expect(verdict()).toHaveTextContent('✓ The ranges do not overlap.');
    await tabTo(user, 'Review');
    await user.keyboard('{Enter}');
    await screen.findByRole('button', { name: 'Create' });
    await tabTo(user, 'Create');
    await user.keyboard('{Enter}');
    const zones = ZONES.split(', ');
    expect(onCreate).toHaveBeenCalledWith({
      networks: {
        ledger: { cidr: '10.0.32.0/20', zones },
        auditor: { cidr: '10.0.48.0/20', zones },
        serviceCidr: '172.20.0.0/16',
      },
    });
  });

  it('warns of a range that a catalogued environment uses, and lets it pass', async () => {
    const { input, user } = await renderForm();
    await user.type(input('Ledger range'), '10.0.16.0/20');
    expect(
      await screen.findByText(
        /10.0.16.0\/20 is also used by component:default\/payments/,
      ),
    ).toBeInTheDocument();
    expect(input('Ledger range')).not.toHaveAttribute('aria-invalid');
  });

  it('judges room for the nodes that another page of the form asks for', async () => {
    const { input, user } = await renderForm({
      options: {
        instanceTypes: ['m7i.xlarge'],
        formKeys: { ledger: { maxNodes: 'nodes.max' } },
      },
      formData: { nodes: { max: 20 } },
    });
    await user.type(input('Ledger zones'), ZONES);
    await user.type(input('Ledger range'), '10.1.0.0/20');
    expect(input('Ledger range')).toHaveAccessibleDescription(
      expect.stringContaining('Choose a range of /19 or larger'),
    );
    expect(
      screen.getByText(/12 nodes of m7i.xlarge; 20 are wanted/),
    ).toBeInTheDocument();
  });

  it('names a range of another page that the plan runs into', async () => {
    const { input, user } = await renderForm({
      formData: { applications: [{ name: 'shop', cidrs: ['10.1.3.0/24'] }] },
    });
    await user.type(input('Ledger range'), '10.1.0.0/20');
    expect(screen.getByText(/Application shop: Expected/)).toBeInTheDocument();
  });

  it('says why the ranges in use are not known, and still proposes', async () => {
    const { input, user } = await renderForm({
      catalog: {
        // eslint-disable-next-line require-yield
        async *streamEntities() {
          throw new Error('catalog is down');
        },
      },
    });
    expect(await screen.findByText(/catalog is down/)).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Propose free ranges' }),
    );
    expect(input('Ledger range')).toHaveValue('10.0.0.0/20');
  });

  it.each(['mui', 'bui'] as const)(
    'has no accessibility fault in the %s theme',
    async theme => {
      const { input, user } = await renderForm({ theme });
      await user.type(input('Ledger range'), '10.1.0.0/20');
      await user.type(input('Ledger zones'), ZONES);
      await user.type(input('Auditor range'), '10.1.0.0/21');
      const field = screen.getByRole('group', { name: 'Networks of the pair' });
      const { violations, passes } = await axe.run(field, {
        // jsdom draws nothing, so that contrast cannot be measured here.
        rules: { 'color-contrast': { enabled: false } },
      });
      expect(violations).toEqual([]);
      expect(passes.map(({ id }) => id)).toEqual(
        expect.arrayContaining([
          'label',
          'aria-valid-attr-value',
          'button-name',
        ]),
      );
    },
  );
});

function verdict() {
  const all = screen.getAllByRole('status');
  return all[all.length - 1];
}

async function tabTo(user: ReturnType<typeof userEvent.setup>, name: string) {
  const target = screen.getByRole('button', { name });
  for (
    let step = 0;
    step < 40 && document.activeElement !== target;
    step += 1
  ) {
    await user.tab();
  }
  expect(target).toHaveFocus();
}
