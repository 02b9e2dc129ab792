export { imdsv2Required } from './imdsv2Required';
