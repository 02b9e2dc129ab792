import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const addressPlanField = FormFieldBlueprint.make({
  name: 'scalardl-address-plan',
  params: {
    field: () =>
      import('./fields/ScalardlAddressPlan/formField').then(
        module => module.addressPlanFormField,
      ),
  },
});

/**
 * Adds the field `ScalardlAddressPlan` to the forms of the scaffolder, in the new frontend system.
 *
 * @public
 */
export const scaffolderModuleScalardl = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [addressPlanField],
});
