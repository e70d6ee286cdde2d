import './scalars';
import './connections';
import '../account/sub-identity';
import '../account/type';
import '../block/type';
import '../era/type';
import '../file/event/type';
import '../file/replica/type';
import '../file/type';
import '../group/type';
import '../guarantor/type';
import '../market/order-call/type';
import '../market/type';
import '../network/type';
import '../receipt/type';
import '../report/type';
import '../settle/type';
import '../status/type';
import '../validator/type';
import '../waiting/type';
import { builder } from '../builder';

builder.queryType({});
builder.subscriptionType({ description: 'Answers that come in pieces, as server-sent events.' });

import '../account/query';
import '../block/query';
import '../era/query';
import '../export/subscription';
import '../file/event/query';
import '../file/by-cids';
import '../file/query';
import '../follow/subscription';
import '../group/query';
import '../guarantor/query';
import '../market/order-call/query';
import '../holder/query';
import '../market/query';
import '../network/query';
import '../portfolio/query';
import '../report/query';
import '../search/query';
import '../settle/query';
import '../status/query';
import '../validator/query';
import '../waiting/query';

/** The executable schema of the API. */
export const schema = builder.toSchema();
