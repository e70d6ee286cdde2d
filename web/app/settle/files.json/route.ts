import { exportSettlements } from '../../../lib/export/routes';

export const GET = exportSettlements('json');
