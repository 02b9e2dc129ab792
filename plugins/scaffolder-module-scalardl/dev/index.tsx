import '@backstage/cli/asset-types';
// Only an app brings the style sheet, and this is one: the front end of `npm start`.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import ReactDOM from 'react-dom/client';
import scaffolderModuleScalardl from '../src';

const app = createApp({
  features: [catalogPlugin, scaffolderPlugin, scaffolderModuleScalardl],
});

ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
