export { applicationsReachBothSides } from './applicationsReachBothSides';
