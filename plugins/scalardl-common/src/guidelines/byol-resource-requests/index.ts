export { byolResourceRequests } from './byolResourceRequests';
