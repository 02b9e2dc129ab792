export { noCompetingRoutes } from './noCompetingRoutes';
