import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function changeText({action,kind,subject}){return`${action} ${kind} ${subject}`}export{changeText};
