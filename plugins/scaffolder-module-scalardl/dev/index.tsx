import '@backstage/cli/asset-types';
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
