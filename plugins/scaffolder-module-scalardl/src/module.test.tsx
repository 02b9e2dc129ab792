import { renderTestApp } from '@backstage/frontend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { scaffolderApiMock } from '@backstage/plugin-scaffolder-react/testUtils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import defaultExport, { scaffolderModuleScalardl } from '.';

jest.setTimeout(60_000);

describe('scaffolderModuleScalardl', () => {
  beforeAll(() => {
    // The form scrolls to its top, which jsdom cannot.
    window.scrollTo = () => {};
  });

  it('is what package discovery finds', () => {
    expect(defaultExport).toBe(scaffolderModuleScalardl);
  });

  it('brings the field to the forms of a new app', async () => {
    const scaffolderApi = scaffolderApiMock.mock({
      getTemplateParameterSchema: async () => ({
        title: 'A pair',
        steps: [
          {
            title: 'Networks',
            schema: {
              properties: {
                networks: { type: 'object', 'ui:field': 'ScalardlAddressPlan' },
              },
            },
          },
        ],
      }),
    });
    renderTestApp({
      features: [scaffolderPlugin, scaffolderModuleScalardl],
      apis: [
        [scaffolderApiRef, scaffolderApi],
        [catalogApiRef, catalogApiMock()],
      ],
      initialRouteEntries: ['/create/templates/default/pair'],
    });
    expect(
      await screen.findByRole(
        'textbox',
        { name: 'Ledger range' },
        { timeout: 30_000 },
      ),
    ).toBeInTheDocument();
  });
});
