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
builder.subscriptionType({});

import '../account/query';
import '../block/query';
import '../era/query';
import '../file/event/query';
import '../file/query';
import '../follow/subscription';
import '../group/query';
import '../guarantor/query';
import '../market/order-call/query';
import '../market/query';
import '../network/query';
import '../report/query';
import '../search/query';
import '../settle/query';
import '../status/query';
import '../validator/query';
import '../waiting/query';

/** The executable schema of the API. */
export const schema = builder.toSchema();
