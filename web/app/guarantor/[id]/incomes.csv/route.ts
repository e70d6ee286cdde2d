import { exportIncomes } from '../../../../lib/export/income-route';

export const GET = exportIncomes('csv');
