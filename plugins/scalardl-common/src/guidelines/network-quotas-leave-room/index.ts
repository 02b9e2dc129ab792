export { networkQuotasLeaveRoom } from './networkQuotasLeaveRoom';
