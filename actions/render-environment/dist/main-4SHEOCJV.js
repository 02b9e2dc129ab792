import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{COMMENT_SHARE,ENVIRONMENT_FILE,InputError,STEP_SUMMARY_BYTES,__toESM,codeText,compareVersions,contains,formatProblem,parseEnvironment,printable,printableLines,problemAnnotation,proseText,require_dist,splitVpc,toRange,writeTemporaryFile}from"./chunk-EDRKAECC.js";import{posix}from"node:path";var PROBE_LABEL="scalardl-on-eks/probe";function header(purpose){return`${purpose}
Rendered from scalardl.yaml by scalardl-on-eks: change that file, not this one.`}var import_yaml=__toESM(require_dist());import{isDeepStrictEqual}from"node:util";function mergeOverlay(base,overlay){if(!isMapping(base)||!isMapping(overlay))return overlay;let keys=[...new Set([...Object.keys(base),...Object.keys(overlay)])];return Object.fromEntries(keys.map(key=>[key,Object.hasOwn(overlay,key)?mergeOverlay(ownValue(base,key),ownValue(overlay,key)):ownValue(base,key)]))}function isMapping(value){return typeof value=="object"&&value!==null&&!Array.isArray(value)}function ownValue(mapping,key){return Object.getOwnPropertyDescriptor(mapping,key)?.value}function yamlText(header2,contents){let documents=contents.map(({data,comments:comments2})=>documentText(data,comments2??[]));return`${commentLines(header2)}${documents.join(`---
`)}`}function overlaid(content,overlay){if(overlay===void 0)return content;let data=mergeOverlay(content.data,overlay);return{data,comments:content.comments?.filter(({at})=>isDeepStrictEqual(valueAt(content.data,at),valueAt(data,at)))}}function documentText(data,comments2){let document=new import_yaml.Document(data,{aliasDuplicateObjects:!1,compat:"yaml-1.1"});for(let comment of comments2)attach(document,comment);return document.toString({lineWidth:0,doubleQuotedAsJSON:!0})}function attach(document,comment){let{at,guideline,text}=comment,parent=document.getIn(at.slice(0,-1),!0),key=at[at.length-1],line=guideline?` ${guideline}: ${text}`:` ${text}`;if((0,import_yaml.isMap)(parent)){let pair=parent.items.find(item2=>(0,import_yaml.isPair)(item2)&&(0,import_yaml.isScalar)(item2.key)&&item2.key.value===key);pair&&(0,import_yaml.isScalar)(pair.key)&&(pair.key.commentBefore=line);return}let item=(0,import_yaml.isCollection)(parent)?parent.get(key,!0):void 0;(0,import_yaml.isNode)(item)&&(item.commentBefore=line)}function valueAt(data,at){return at.reduce((parent,key)=>typeof parent=="object"&&parent!==null?parent[key]:void 0,data)}function commentLines(text){return text.split(`
`).map(line=>`# ${line}
`).join("")}function catalogInfoFile({metadata,spec},sides){let ranges=new Set([...sides.flatMap(({ranges:taken})=>taken),...spec.applications.flatMap(({cidrs})=>cidrs),...spec.runners.cidrs]);return{path:"catalog-info.yaml",owner:"tool",content:yamlText(header("The Backstage catalog entry."),[{data:{apiVersion:"backstage.io/v1alpha1",kind:"Component",metadata:{name:metadata.name,description:metadata.description??`ScalarDL Ledger and Auditor of ${metadata.name}`,annotations:{"scalardl-on-eks/cidrs":[...ranges].join(",")},tags:["scalardl","eks"]},spec:{type:"scalardl-environment",lifecycle:"production",owner:metadata.owner}}}])}}function addons({environment}){let{metrics:metrics2,logs}=environment.spec.monitoring;return[{name:"eks-pod-identity-agent"},{name:"vpc-cni",configurationValues:JSON.stringify({enableNetworkPolicy:"true"})},{name:"coredns"},{name:"kube-proxy"},{name:"metrics-server"},{name:"aws-ebs-csi-driver",...metrics2?{configurationValues:JSON.stringify({defaultStorageClass:{enabled:!0}})}:{}},...logs?[{name:"amazon-cloudwatch-observability"}]:[]]}function meteringServiceAccount({side}){return`${side}-metering`}function iam(model){let{spec,environment,product}=model;return{withOIDC:!0,...environment.spec.licensing==="awsMarketplace"?{serviceAccounts:[{metadata:{name:meteringServiceAccount(model),namespace:product.namespace},attachPolicyARNs:["arn:aws:iam::aws:policy/AWSMarketplaceMeteringFullAccess"]}]}:{},podIdentityAssociations:[{namespace:"kube-system",serviceAccountName:"aws-load-balancer-controller",wellKnownPolicies:{awsLoadBalancerController:!0}},...spec.pods.autoscaling?[{namespace:"kube-system",serviceAccountName:"cluster-autoscaler",wellKnownPolicies:{autoScaler:!0}}]:[]]}}import{createHash}from"node:crypto";var GENERATION=1;function nodeGroup(model){let{spec,product,environment}=model,{nodes}=spec;return{name:nodeGroupName(model),amiFamily:nodes.amiFamily,instanceTypes:nodes.instanceTypes,minSize:nodes.min,desiredCapacity:nodes.desired,maxSize:nodes.max,privateNetworking:!0,volumeType:"gp3",volumeSize:nodes.volumeSizeGiB,volumeEncrypted:!0,disableIMDSv1:!0,labels:{"scalar-labs.com/dedicated-node":product.release},tags:{"scalardl-on-eks/environment":environment.metadata.name},propagateASGTags:!0,updateConfig:{maxUnavailable:1},nodeRepairConfig:{enabled:!0}}}function nodeGroupName({side,spec}){let{amiFamily,instanceTypes,volumeSizeGiB}=spec.nodes,immutable=JSON.stringify([GENERATION,amiFamily,instanceTypes,volumeSizeGiB]),digest=createHash("sha256").update(immutable).digest("hex");return`${side}-v${GENERATION}-${digest.slice(0,8)}`}function vpc(model){let{spec,environment}=model,network=spec.network.existing?existingVpc(model):newVpc(model),restrictedPublic=spec.endpoint.access==="restrictedPublic",runnerRanges=environment.spec.runners.cidrs,comments2=[...network.comments,{at:["clusterEndpoints"],guideline:"private-cluster-endpoint",text:restrictedPublic?"the public endpoint answers publicAccessCIDRs only.":"the final state; nothing outside the network reaches the Kubernetes API."}];return runnerRanges.length>0&&comments2.push({at:["extraCIDRs"],text:"Ranges of the runners, which reach the private endpoint on port 443; set at creation only."}),{data:{...network.data,clusterEndpoints:{privateAccess:!0,publicAccess:restrictedPublic},...restrictedPublic?{publicAccessCIDRs:spec.endpoint.publicCidrs??[]}:{},...runnerRanges.length>0?{extraCIDRs:runnerRanges}:{}},comments:comments2}}function newVpc({spec,environment}){let controlPlaneOnPrivateSubnets=compareVersions(environment.spec.eksctlVersion,"0.231.0")>=0;return{data:{cidr:spec.network.cidr,nat:{gateway:"HighlyAvailable"},...controlPlaneOnPrivateSubnets?{controlPlaneOnPrivateSubnets}:{}},comments:[{at:["cidr"],guideline:"disjoint-address-ranges",text:"immutable; overlaps neither the other side nor any application, runner or service range."},{at:["nat"],guideline:"nat-gateway-per-zone",text:"a single gateway would take every zone down with its own."}]}}function existingVpc({spec}){let{vpcId,privateSubnets:privateSubnets2=[]}=spec.network.existing??{};return{data:{id:vpcId,subnets:{private:Object.fromEntries(privateSubnets2.map(({id,zone,cidr})=>[id,{id,az:zone,cidr}]))},controlPlaneSubnetIDs:privateSubnets2.map(({id})=>id)},comments:[{at:["subnets"],guideline:"private-worker-subnets",text:"private subnets only; eksctl creates no network here."},{at:["controlPlaneSubnetIDs"],text:"The control plane joins the private subnets too."}]}}var LOG_RETENTION_DAYS=90;function clusterConfigFile(model){let{side,product,spec}=model;return{path:`clusters/${side}.yaml`,owner:"tool",content:yamlText(header(`The EKS cluster of ${product.title}.`),[overlaid(clusterConfig(model),spec.eksctl)])}}function clusterConfig(model){let{environment,side,spec,region}=model,{name}=environment.metadata,network=vpc(model);return{data:{apiVersion:"eksctl.io/v1alpha5",kind:"ClusterConfig",metadata:{name:spec.clusterName,region,version:environment.spec.kubernetesVersion,tags:{"scalardl-on-eks/environment":name,"scalardl-on-eks/side":side}},...spec.network.existing?{}:{availabilityZones:spec.network.zones??[]},kubernetesNetworkConfig:{serviceIPv4CIDR:environment.spec.serviceCidr},vpc:network.data,autoModeConfig:{enabled:!1},accessConfig:{authenticationMode:"API"},upgradePolicy:{supportType:"STANDARD"},...spec.secretsEncryptionKeyArn?{secretsEncryption:{keyARN:spec.secretsEncryptionKeyArn}}:{},cloudWatch:{clusterLogging:{enableTypes:["api","audit","authenticator"],logRetentionInDays:LOG_RETENTION_DAYS}},iam:iam(model),addonsConfig:{autoApplyPodIdentityAssociations:!0},addons:addons(model),managedNodeGroups:[nodeGroup(model)]},comments:[...network.comments.map(comment=>({...comment,at:["vpc",...comment.at]})),{at:["kubernetesNetworkConfig"],text:"Written out because it is immutable and must not overlap any network that pods reach."},{at:["autoModeConfig"],text:"Written out so that a later default of eksctl does not turn Auto Mode on."},{at:["upgradePolicy"],text:"EKS upgrades the control plane by itself when standard support ends."},...environment.spec.licensing==="awsMarketplace"?[{at:["iam","serviceAccounts"],text:"AWS Marketplace documents metering for IAM roles for service accounts only."}]:[],{at:["addonsConfig"],text:"Gives every add-on its recommended role through EKS Pod Identity."},{at:["addons"],text:"Without a version EKS installs the cluster version's default; pin one through the eksctl overlay."},{at:["addons",1],guideline:"network-policies-enforced",text:"without this setting the add-on ignores every NetworkPolicy."},{at:["managedNodeGroups",0],text:"The suffix follows what cannot change in place, so that such a change makes a new group."},{at:["managedNodeGroups",0,"labels"],text:"A label, not a taint: the schema loading Job tolerates no taint."}]}}function horizontalPodAutoscaler({product,spec},{maxReplicas,targetCpuPercent}){return[{data:{apiVersion:"autoscaling/v2",kind:"HorizontalPodAutoscaler",metadata:{name:product.deployment,namespace:product.namespace},spec:{scaleTargetRef:{apiVersion:"apps/v1",kind:"Deployment",name:product.deployment},minReplicas:spec.pods.replicas,maxReplicas,metrics:[{type:"Resource",resource:{name:"cpu",target:{type:"Utilization",averageUtilization:targetCpuPercent}}}]}}}]}var MARKETPLACE="709825985650.dkr.ecr.us-east-1.amazonaws.com/scalar",PRODUCTS={ledger:{title:"ScalarDL Ledger",chart:"scalardl",chartVersion:"4.12.0",release:"scalardl-ledger",namespace:"scalardl-ledger",name:"scalardl",app:"ledger",propertiesKey:"ledgerProperties",ports:{client:50051,privileged:50052,admin:50053},listeners:"scalardl-service:50051,scalardl-privileged:50052",images:{byol:"ghcr.io/scalar-labs/scalardl-ledger-byol",awsMarketplace:`${MARKETPLACE}/scalardl-ledger-aws-payg`},deployment:"scalardl-ledger-ledger",loadBalancerService:"scalardl-ledger-envoy"},auditor:{title:"ScalarDL Auditor",chart:"scalardl-audit",chartVersion:"2.12.0",release:"scalardl-auditor",namespace:"scalardl-auditor",name:"scalardl-audit",app:"auditor",propertiesKey:"auditorProperties",ports:{client:40051,privileged:40052,admin:40053},listeners:"scalardl-audit-service:40051,scalardl-audit-privileged:40052",images:{byol:"ghcr.io/scalar-labs/scalardl-auditor-byol",awsMarketplace:`${MARKETPLACE}/scalardl-auditor-aws-payg`},deployment:"scalardl-auditor-auditor",loadBalancerService:"scalardl-auditor-envoy"}},MONITORING_NAMESPACE="monitoring",PRODUCT_METRICS_PORT=8080,ENVOY_METRICS_PORT=9001;function namespaces(model){let{product,environment}=model;return[namespace(product.namespace,{"pod-security.kubernetes.io/enforce":"baseline","pod-security.kubernetes.io/warn":"restricted"}),...environment.spec.monitoring.metrics?[namespace(MONITORING_NAMESPACE,{})]:[]]}function namespace(name,labels){return{data:{apiVersion:"v1",kind:"Namespace",metadata:Object.keys(labels).length>0?{name,labels}:{name}}}}var JDBC_DEFAULTS={postgresql:5432,mysql:3306,mariadb:3306,oracle:1521,sqlserver:1433,yugabytedb:5433};function databasePort({storage,contactPoints}){if(storage==="cassandra")return 9042;if(storage!=="jdbc")return 443;let kind=/^jdbc:([a-z0-9]+):/i.exec(contactPoints)?.[1]?.toLowerCase(),named=/^jdbc:[^?;]*?(?:\/\/|@)[^/?;@]*?:(\d{1,5})(?=[/?;:,]|$)/i.exec(contactPoints)?.[1],port=Number(named??JDBC_DEFAULTS[kind??""]??5432);return port>=1&&port<=65535?port:5432}var PRIVATE=["10.0.0.0/8","172.16.0.0/12","192.168.0.0/16","100.64.0.0/10"];function privateNetworksExcept(ranges){return PRIVATE.filter(block=>!ranges.some(range=>within(range,block))).map(block=>blockExcept(block,ranges))}function everywhereExcept(ranges){return blockExcept("0.0.0.0/0",ranges)}function blockExcept(cidr,ranges){let except=ranges.filter(range=>within(cidr,range));return except.length>0?{cidr,except}:{cidr}}function within(outer,inner){return contains(toRange(outer),toRange(inner))}function productPods({name,app}){return{"app.kubernetes.io/name":name,"app.kubernetes.io/app":app}}function envoyPods({name}){return{"app.kubernetes.io/name":name,"app.kubernetes.io/app":"envoy"}}var SCHEMA_LOADING_PODS={"app.kubernetes.io/name":"schema-loading"};function tcp(...ports){return ports.map(port=>({protocol:"TCP",port}))}function allowIngress({rule,...rest}){return policy({...rest,spec:{policyTypes:["Ingress"],ingress:[{from:rule.peers,ports:rule.ports}]}})}function allowEgress({rule,...rest}){return policy({...rest,spec:{policyTypes:["Egress"],egress:[{to:rule.peers,ports:rule.ports}]}})}function policy({name,namespace:namespace2,pods,spec,comment}){return{data:{apiVersion:"networking.k8s.io/v1",kind:"NetworkPolicy",metadata:{name,namespace:namespace2},spec:{podSelector:Object.keys(pods).length>0?{matchLabels:pods}:{},...spec}},comments:comment?[{at:["apiVersion"],text:comment}]:[]}}function networkPolicies(model){return[denyAll(model),dns(model),envoyIngress(model),envoyToProduct(model),productFromEnvoy(model),productToPeer(model),probeToPeer(model),...database(model),...metering(model),...metrics(model)]}function denyAll({product}){return policy({name:"deny-all",namespace:product.namespace,pods:{},spec:{policyTypes:["Ingress","Egress"]},comment:"Everything that no other policy of this file allows is refused."})}function dns({product}){let to={peers:[{namespaceSelector:{matchLabels:{"kubernetes.io/metadata.name":"kube-system"}},podSelector:{matchLabels:{"k8s-app":"kube-dns"}}}],ports:[{protocol:"UDP",port:53},{protocol:"TCP",port:53}]};return allowEgress({name:"allow-dns",namespace:product.namespace,pods:{},rule:to})}function envoyIngress({product,ranges}){return allowIngress({name:"allow-load-balancer-to-envoy",namespace:product.namespace,pods:envoyPods(product),rule:{peers:ranges.map(cidr=>({ipBlock:{cidr}})),ports:tcp(product.ports.client,product.ports.privileged)},comment:"Callers and health checks arrive with addresses of the load balancer, in this VPC; its security group judges the callers."})}function envoyToProduct({product}){return allowEgress({name:"allow-envoy-to-product",namespace:product.namespace,pods:envoyPods(product),rule:{peers:[{podSelector:{matchLabels:productPods(product)}}],ports:tcp(product.ports.client,product.ports.privileged)}})}function productFromEnvoy({product}){return allowIngress({name:"allow-product-from-envoy",namespace:product.namespace,pods:productPods(product),rule:{peers:[{podSelector:{matchLabels:envoyPods(product)}}],ports:tcp(product.ports.client,product.ports.privileged)}})}function productToPeer({product,peer}){let{client,privileged}=peer.spec.loadBalancerPorts;return allowEgress({name:`allow-product-to-${peer.side}`,namespace:product.namespace,pods:productPods(product),rule:{peers:peer.ranges.map(cidr=>({ipBlock:{cidr}})),ports:tcp(client,privileged)},comment:`The load balancer of ${peer.product.title}, over the peering.`})}function probeToPeer({product,peer}){let{client,privileged}=peer.spec.loadBalancerPorts;return allowEgress({name:`allow-probe-to-${peer.side}`,namespace:product.namespace,pods:{[PROBE_LABEL]:peer.side},rule:{peers:peer.ranges.map(cidr=>({ipBlock:{cidr}})),ports:tcp(client,privileged)},comment:"The Job of verify-guidelines with probe: true."})}function database(model){let{product,spec,peer,applicationRanges}=model,forbidden=[...peer.ranges,...applicationRanges],port=databasePort(spec.database),rule={peers:(port===443?[everywhereExcept(forbidden)]:privateNetworksExcept(forbidden)).map(ipBlock=>({ipBlock})),ports:tcp(port)},{namespace:namespace2}=product;return[allowEgress({name:"allow-product-to-database",namespace:namespace2,pods:productPods(product),rule,comment:"The port of the database; never an address of the other side or of an application."}),allowEgress({name:"allow-schema-loading-to-database",namespace:namespace2,pods:SCHEMA_LOADING_PODS,rule})]}function metering({environment,product,peer,applicationRanges}){return environment.spec.licensing!=="awsMarketplace"?[]:[allowEgress({name:"allow-product-to-aws",namespace:product.namespace,pods:productPods(product),rule:{peers:[{ipBlock:everywhereExcept([...peer.ranges,...applicationRanges])}],ports:tcp(443)},comment:"AWS Marketplace metering and the role behind it; both are public AWS endpoints."})]}function metrics({environment,product}){if(!environment.spec.monitoring.metrics)return[];let peers=[{namespaceSelector:{matchLabels:{"kubernetes.io/metadata.name":MONITORING_NAMESPACE}}}],{namespace:namespace2}=product;return[allowIngress({name:"allow-metrics-of-product",namespace:namespace2,pods:productPods(product),rule:{peers,ports:tcp(PRODUCT_METRICS_PORT)}}),allowIngress({name:"allow-metrics-of-envoy",namespace:namespace2,pods:envoyPods(product),rule:{peers,ports:tcp(ENVOY_METRICS_PORT)}})]}function podDisruptionBudgets({product}){return[budget(product.deployment,product.namespace,productPods(product)),budget(product.loadBalancerService,product.namespace,envoyPods(product))]}function budget(name,namespace2,matchLabels){return{data:{apiVersion:"policy/v1",kind:"PodDisruptionBudget",metadata:{name,namespace:namespace2},spec:{maxUnavailable:1,selector:{matchLabels}}}}}function manifestFiles(model){let{side,product,spec}=model,file=(name,purpose,contents)=>({path:`manifests/${side}/${name}.yaml`,owner:"tool",content:yamlText(header(purpose),contents)}),{autoscaling}=spec.pods;return[file("namespace",`Namespaces of the ${product.title} cluster.`,namespaces(model)),file("pod-disruption-budgets",`How many pods of ${product.title} may be evicted at a time.`,podDisruptionBudgets(model)),file("network-policies",`Who reaches whom in the namespace of ${product.title}; the vpc-cni add-on enforces it.`,networkPolicies(model)),...autoscaling?[file("horizontal-pod-autoscaler",`When ${product.title} gets more pods.`,horizontalPodAutoscaler(model,autoscaling))]:[]]}var RepositoryError=class extends Error{code;constructor(code2,message,options){super(message,options),this.name="RepositoryError",this.code=code2}};function isRepositoryPath(path2){return path2.split("/").every(part=>part!==""&&part!=="."&&part!==".."&&!/[\\:\p{C}]/u.test(part)&&part.toLowerCase()!==".git")}function assertRepositoryPath(path2){if(!isRepositoryPath(path2))throw new RepositoryError("UNSAFE_PATH",`Expected a path inside the repository, received ${JSON.stringify(path2)}.`)}var import_yaml2=__toESM(require_dist());var STAMP_FILE=".scalardl-on-eks.yaml";function stampFile(skeletonVersion,files){let paths=files.filter(({owner})=>owner==="tool").map(({path:path2})=>path2).sort();return{path:STAMP_FILE,owner:"tool",content:yamlText("What rendered this repository, and the files that are rendered again on every change.",[{data:{skeleton:skeletonVersion,files:paths}}])}}function readStamp(text){let value;try{value=(0,import_yaml2.parse)(text)}catch{return}if(typeof value!="object"||value===null)return;let{skeleton,files}=value;if(!(typeof skeleton!="string"||!Array.isArray(files)))return{skeleton,files:files.filter(file=>typeof file=="string")}}function sideModel(environment,side){let other=side==="ledger"?"auditor":"ledger",{spec,metadata}=environment,domain=of=>`${of}.${metadata.name}.scalardl.internal`;return{side,product:PRODUCTS[side],environment,spec:spec[side],region:spec[side].region??spec.region,ranges:vpcRanges(spec[side]),subnets:privateSubnets(spec[side]),peer:{side:other,product:PRODUCTS[other],spec:spec[other],ranges:vpcRanges(spec[other])},applicationRanges:[...new Set(spec.applications.flatMap(({cidrs})=>cidrs))],authority:{product:domain(side),envoy:`envoy.${domain(side)}`,peerEnvoy:`envoy.${domain(other)}`},secrets:sideSecrets(environment,side)}}function vpcRanges({network}){return network.existing?network.existing.cidrs:network.cidr===void 0?[]:[network.cidr]}function privateSubnets({network}){if(network.existing)return network.existing.privateSubnets;let split=splitVpc(network.cidr??"",network.zones??[]);return split.ok?split.subnets.filter(({kind})=>kind==="private"):[]}function sideSecrets({spec},side){let tls3=spec.tls.enabled,{metrics:metrics2}=spec.monitoring;return{credentials:spec[side].database.credentialsSecret,keys:spec.authentication==="digitalSignature"?`${side}-keys`:void 0,tls:tls3?`${side}-tls`:void 0,envoyTls:tls3?`${side}-envoy-tls`:void 0,ledgerCa:tls3&&side==="auditor"?"ledger-envoy-ca":void 0,metricsCa:tls3&&metrics2?`${side}-tls-ca`:void 0,grafana:metrics2?"grafana-admin":void 0}}var packedSkeleton={version:"0.1.0+b566fa2ec212",personOwned:[".github/CODEOWNERS","NOTES.md"],files:[{path:".github/CODEOWNERS",content:`# Ledger and Auditor must not share an administrative domain: name different people for the two sides, then
# require a code owner's review in the branch protection of the main branch.
#
# scalardl.yaml              @example/ledger-admins @example/auditor-admins
# /.github/                  @example/ledger-admins @example/auditor-admins
# /clusters/ledger.yaml      @example/ledger-admins
# /values/ledger/            @example/ledger-admins
# /manifests/ledger/         @example/ledger-admins
# /clusters/auditor.yaml     @example/auditor-admins
# /values/auditor/           @example/auditor-admins
# /manifests/auditor/        @example/auditor-admins
`},{path:".github/actionlint.yaml.eta",content:`# Labels of our own runners, so that actionlint knows them.
self-hosted-runner:
  labels:
<% for (const label of it.runnerLabelPatterns) { -%>
    - <%= label %>
<% } -%>
`},{path:".github/dependabot.yml",content:`# The workflows are rendered, so a pull request of Dependabot fails the render check. Read it as the news that
# there is something newer, and take it by raising spec.actions.ref in scalardl.yaml.
version: 2
updates:
  - package-ecosystem: github-actions
    directory: /
    schedule:
      interval: weekly
    cooldown:
      default-days: 7
    groups:
      actions:
        patterns:
          - '*'
`},{path:".github/workflows/deploy.yaml.eta",content:`# Takes the environment from files to two running and verified clusters. Safe to repeat.
name: deploy

on:
  push:
    branches: [main]
    paths:
      - scalardl.yaml
      - clusters/**
      - values/**
      - manifests/**
      - .github/workflows/deploy.yaml
  workflow_dispatch:
    inputs:
      endpoint:
        description: How to leave the Kubernetes API endpoints; bootstrap is for a first run from outside the network
        type: choice
        options: [declared, keep, bootstrap]
        default: declared
      bootstrap-cidr:
        description: With bootstrap, the one address to let in, such as 203.0.113.7/32; the next run with declared closes it
        type: string

permissions: {}

# One change of this environment at a time; a run that is half way through is never cancelled.
concurrency:
  group: <%= 'scalardl-' + it.environment.metadata.name %>
  cancel-in-progress: false

jobs:
  plan:
    name: Judge before any cost
    # A push deploys once the first deployment was started by hand and this repository variable is set.
    if: github.event_name == 'workflow_dispatch' || vars.SCALARDL_DEPLOY_ON_PUSH == 'true'
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
<%~ include('@check-out.yaml', it) -%>
<%~ include('@plan-steps.yaml', it) -%>

  ledger-cluster:
<%~ include('@cluster-job.yaml', { ...it, model: it.ledger, needs: 'plan', step: 'Create or change the cluster' }) -%>
          control-plane-subnets: private
          endpoint: \${{ inputs.endpoint || 'declared' }}
          bootstrap-cidr: \${{ inputs.bootstrap-cidr }}

  auditor-cluster:
<%~ include('@cluster-job.yaml', { ...it, model: it.auditor, needs: 'plan', step: 'Create or change the cluster' }) -%>
          control-plane-subnets: private
          endpoint: \${{ inputs.endpoint || 'declared' }}
          bootstrap-cidr: \${{ inputs.bootstrap-cidr }}

  # The two ends of the peering, each with its own side's credentials: the Auditor calls, the Ledger accepts.
  peering-requester:
<%~ include('@peering-job.yaml', { ...it, model: it.auditor, actAs: 'requester', title: 'Peering, requested by the Auditor', step: 'Request the peering', needs: ['ledger-cluster', 'auditor-cluster'] }) -%>
          # The Auditor's credentials cannot look it up in the Ledger's account.
          ledger-vpc: \${{ needs.ledger-cluster.outputs.vpc-id }}

  peering-accepter:
<%~ include('@peering-job.yaml', { ...it, model: it.ledger, actAs: 'accepter', title: 'Peering, accepted by the Ledger', step: 'Accept the peering', needs: ['ledger-cluster', 'auditor-cluster'] }) -%>

  ledger-releases:
    name: Releases of ScalarDL Ledger
    needs: [peering-requester, peering-accepter]
    outputs:
      load-balancer: \${{ steps.load-balancer.outputs.hostname }}
<%~ include('@release-job.yaml', { ...it, model: it.ledger }) -%>
<%~ include('@release-steps.yaml', { ...it, model: it.ledger, ledgerHostAtRunTime: false }) -%>

  auditor-releases:
    name: Releases of ScalarDL Auditor
    needs: ledger-releases
<%~ include('@release-job.yaml', { ...it, model: it.auditor }) -%>
<%~ include('@release-steps.yaml', { ...it, model: it.auditor, ledgerHostAtRunTime: !it.auditor.spec.ledgerHost }) -%>

  verify:
    name: Verify the live environment
    needs: auditor-releases
<%~ include('@verify-job.yaml', it) -%>
`},{path:".github/workflows/teardown.yaml.eta",content:`# Removes the environment in the order that leaves nothing behind. The databases are not touched.
name: teardown

on:
  workflow_dispatch:
    inputs:
      environment:
        description: Type the name of the environment to confirm
        type: string
        required: true

permissions: {}

concurrency:
  group: <%= 'scalardl-' + it.environment.metadata.name %>
  cancel-in-progress: false

jobs:
  approve:
    name: Approve the removal
    runs-on: ubuntu-latest
    timeout-minutes: 5
    environment: <%= it.environment.metadata.name + '-teardown' %>
    permissions: {}
    steps:
      - name: Compare the typed name
        run: |
          if [ "$TYPED" != "$ENVIRONMENT" ]; then
            echo "::error::The typed name differs from this environment's name, $ENVIRONMENT; nothing was removed."
            exit 1
          fi
        env:
          ENVIRONMENT: <%= it.environment.metadata.name %>
          TYPED: \${{ inputs.environment }}

  auditor-releases:
    name: Remove the releases of ScalarDL Auditor
    needs: approve
<%~ include('@release-job.yaml', { ...it, model: it.auditor }) -%>
<%~ include('@removal-steps.yaml', { ...it, model: it.auditor }) -%>

  ledger-releases:
    name: Remove the releases of ScalarDL Ledger
    needs: auditor-releases
<%~ include('@release-job.yaml', { ...it, model: it.ledger }) -%>
<%~ include('@removal-steps.yaml', { ...it, model: it.ledger }) -%>

  peering-requester:
<%~ include('@peering-job.yaml', { ...it, model: it.auditor, actAs: 'requester', title: "Peering, the Auditor's end", step: 'Remove rules, routes and the peering', needs: 'ledger-releases' }) -%>
          state: absent

  peering-accepter:
<%~ include('@peering-job.yaml', { ...it, model: it.ledger, actAs: 'accepter', title: "Peering, the Ledger's end", step: 'Remove rules, routes and the peering', needs: 'ledger-releases' }) -%>
          state: absent

  ledger-cluster:
<%~ include('@cluster-job.yaml', { ...it, model: it.ledger, needs: ['peering-requester', 'peering-accepter'], step: 'Delete the cluster' }) -%>
          mode: delete

  auditor-cluster:
<%~ include('@cluster-job.yaml', { ...it, model: it.auditor, needs: ['peering-requester', 'peering-accepter'], step: 'Delete the cluster' }) -%>
          mode: delete

  ledger-orphans:
<%~ include('@orphans-job.yaml', { ...it, model: it.ledger, needs: 'ledger-cluster' }) -%>

  auditor-orphans:
<%~ include('@orphans-job.yaml', { ...it, model: it.auditor, needs: 'auditor-cluster' }) -%>
`},{path:".github/workflows/validate.yaml.eta",content:`# Judges a change before anybody merges it: are the rendered files current, and do they follow the guidelines?
name: validate

on:
  pull_request:

permissions: {}

concurrency:
  group: validate-\${{ github.ref }}
  cancel-in-progress: false

jobs:
  validate:
    name: Validate
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      pull-requests: write # keeps one comment with the verdicts and the difference
    steps:
<%~ include('@check-out.yaml', it) -%>
<%~ include('@plan-steps.yaml', it) -%>

      - name: Keep the report
        if: \${{ !cancelled() }}
        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with:
          name: scalardl-report
          path: scalardl-report.json

      # A pull request from a fork has no right to comment; the summary of the run shows the same.
      - name: Comment on the pull request
        if: \${{ !cancelled() && github.event.pull_request.head.repo.full_name == github.repository }}
        run: |
          marker='<!-- scalardl-on-eks: validate -->'
          {
            echo "$marker"
            for part in "$REPORT" "$DIFFERENCE"; do
              if [ -f "$part" ]; then cat "$part"; echo; fi
            done
          } | head --bytes 65000 > "$RUNNER_TEMP/comment.md"
          comment=$(gh api --paginate "repos/$GH_REPO/issues/$NUMBER/comments" \\
            --jq ".[] | select(.body | startswith(\\"$marker\\")) | .id" | head --lines 1)
          if [ -n "$comment" ]; then
            gh api --silent --method PATCH "repos/$GH_REPO/issues/comments/$comment" \\
              --field "body=@$RUNNER_TEMP/comment.md"
          else
            gh api --silent "repos/$GH_REPO/issues/$NUMBER/comments" --field "body=@$RUNNER_TEMP/comment.md"
          fi
        env:
          DIFFERENCE: \${{ steps.render.outputs.markdown }}
          GH_REPO: \${{ github.repository }}
          GH_TOKEN: \${{ github.token }}
          NUMBER: \${{ github.event.pull_request.number }}
          REPORT: \${{ steps.guidelines.outputs.markdown }}
`},{path:".github/workflows/verify.yaml.eta",content:`# Judges what really runs, every day and on demand, with read rights only. One issue says what drifted, and closes
# itself when everything holds again.
name: verify

on:
  schedule:
    - cron: <%= it.dailyCron %>
  workflow_dispatch:

permissions: {}

concurrency:
  group: <%= 'scalardl-verify-' + it.environment.metadata.name %>
  cancel-in-progress: false

jobs:
  verify:
    name: Verify the live environment
<%~ include('@verify-job.yaml', { ...it, issue: true }) -%>
`},{path:".github/zizmor.yml.eta",content:`<% if (it.actionsByTag) { -%>
# spec.actions.ref in scalardl.yaml is a tag. Every other action is pinned to a commit.
rules:
  unpinned-uses:
    config:
      policies:
        <%= it.environment.spec.actions.repository + '/*' %>: ref-pin
        '*': hash-pin
<% } -%>
`},{path:"NOTES.md.eta",content:`# Notes on <%= it.environment.metadata.name %>

This file is yours: it is written once and never changed again. Keep here what the rendered files cannot know,
such as who holds the licence keys, where the databases run, and what was decided and why.
`},{path:"README.md.eta",content:`# <%= it.environment.metadata.name %>

<% if (it.environment.metadata.description) { -%>
<%= it.environment.metadata.description %>

<% } -%>
ScalarDL Ledger and ScalarDL Auditor on two EKS clusters that share no administrative domain but a VPC peering.
\`scalardl.yaml\` is the source of truth: every other file is rendered from it, and the pull-request check refuses
a change by hand. \`NOTES.md\` and \`.github/CODEOWNERS\` are yours.

> [!IMPORTANT]
> This repository calls the actions of <%= it.code(it.environment.spec.actions.repository + '@' + it.environment.spec.actions.ref) %>.
> \`run-eksctl\`, \`create-peering\` and the live stage of \`verify-guidelines\` are in it from v0.2.0 on: where
> \`spec.actions.ref\` names an older release, raise it.

## Topology

\`\`\`mermaid
flowchart LR
<% for (const model of [it.ledger, it.auditor]) { -%>
  subgraph <%= it.mermaidId(model.side) %>[<%= it.mermaid(model.product.title, model.spec.clusterName + ', account ' + model.spec.awsAccountId, model.region + ', ' + model.ranges.join(', ')) %>]
    <%= it.mermaidId(model.side) %>_nlb[<%= it.mermaid('internal load balancer', 'ports ' + model.spec.loadBalancerPorts.client + ' and ' + model.spec.loadBalancerPorts.privileged) %>]
<% model.subnets.forEach((subnet, index) => { -%>
    <%= it.mermaidId(model.side) %>_nlb --> <%= it.mermaidId(model.side) %>_<%= index %>[<%= it.mermaid(subnet.zone, subnet.cidr) %>]
<% }) -%>
  end
<% } -%>
  ledger <-->|VPC peering| auditor
<% it.environment.spec.applications.forEach((application, index) => { -%>
  application_<%= index %>[<%= it.mermaid(application.name, application.cidrs.join(', ')) %>] -->|<%= it.mermaid(application.peering === 'create' ? 'VPC peering' : 'connected elsewhere') %>| ledger & auditor
<% }) -%>
<% if (it.environment.spec.runners.cidrs.length > 0) { -%>
  runners[<%= it.mermaid('GitHub runners', it.environment.spec.runners.cidrs.join(', ')) %>] -.->|Kubernetes API| ledger & auditor
<% } -%>
\`\`\`

| | Ledger | Auditor |
|---|---|---|
<% for (const [title, value] of it.facts) { -%>
| <%= title %> | <%= it.code(value(it.ledger)) %> | <%= it.code(value(it.auditor)) %> |
<% } -%>

Kubernetes <%= it.environment.spec.kubernetesVersion %>, eksctl <%= it.environment.spec.eksctlVersion %>, ScalarDL <%= it.environment.spec.productVersion %>, service range <%= it.code(it.environment.spec.serviceCidr) %>.

## First steps

### 1. Separate the two sides

Put different people behind the two sides, in \`.github/CODEOWNERS\` and as reviewers of the GitHub environments.
Create these environments (Settings → Environments), each restricted to the \`main\` branch. A deployment asks the
reviewers of a side three times: for the cluster, the peering and the releases.

| environment | required reviewers | variables |
|---|---|---|
<% for (const model of [it.ledger, it.auditor]) { -%>
| <%= it.code(it.environment.metadata.name + '-' + model.side) %> | who answers for <%= model.product.title %> | \`AWS_ROLE_ARN\`: role for changes in account <%= it.code(model.spec.awsAccountId) %> |
<% } -%>
| <%= it.code(it.environment.metadata.name + '-verify') %> | nobody | \`LEDGER_READ_ROLE_ARN\`, \`AUDITOR_READ_ROLE_ARN\`: roles that only read |
| <%= it.code(it.environment.metadata.name + '-teardown') %> | somebody of either side | none |

### 2. Create the roles

Each account needs GitHub's OIDC provider (\`token.actions.githubusercontent.com\`, audience \`sts.amazonaws.com\`) and a
role that trusts one environment of this repository only. For <%= it.code(it.environment.metadata.name + '-ledger') %>:

\`\`\`json
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Principal": {
        "Federated": "arn:aws:iam::<%= it.shell(it.ledger.spec.awsAccountId) %>:oidc-provider/token.actions.githubusercontent.com"
      },
      "Condition": {
        "StringEquals": {
          "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
          "token.actions.githubusercontent.com:sub": "repo:OWNER/REPOSITORY:environment:<%= it.shell(it.environment.metadata.name) %>-ledger"
        }
      }
    }
  ]
}
\`\`\`

The role for changes needs what the READMEs of <%= it.code(it.environment.spec.actions.repository + '/actions/run-eksctl') %> and <%= it.code(it.environment.spec.actions.repository + '/actions/create-peering') %> list as policies,
to describe load balancers, and to read resources by tag. The read role needs \`List*\`, \`Describe*\` and \`Get*\` of EKS,
EC2, Elastic Load Balancing, Auto Scaling, RDS, DynamoDB and Service Quotas. A job signs in to its own side's account
and stops if the role belongs to another one.

### 3. Prepare the databases

<% for (const model of [it.ledger, it.auditor]) { -%>
- <%= model.product.title %>: storage <%= it.code(model.spec.database.storage) %>, contact points <%= it.code(model.spec.database.contactPoints) %>
<% } -%>

The two databases belong to different administrators, and neither is created or removed by this repository.

<% if (it.auditor.spec.ledgerHost) { -%>
The Auditor finds the Ledger as <%= it.code(it.auditor.spec.ledgerHost) %>: make it an alias for the Ledger's load
balancer in a private hosted zone that is associated with the VPCs of both sides.

<% } -%>
### 4. Start the first deployment

Run the \`deploy\` workflow by hand. It makes both clusters and the peering, then stops at \`Look for the secrets\`, because
only you can create them. Jobs that reach the Kubernetes API run on <%= it.runnerLabels %>; these runners need \`aws\`,
\`kubectl\`, \`git\` and \`bash\`<% if (it.environment.spec.runners.cidrs.length > 0) { %>, and a route to both VPCs<% } %>.
<% if (it.environment.spec.applications.some(({ peering }) => peering === 'create')) { -%>
Whoever owns an application's VPC accepts its peering requests.
<% } -%>

### 5. Create the secrets

<% for (const model of [it.ledger, it.auditor]) { -%>
On the <%= model.product.title %> cluster (<%= it.code(model.spec.clusterName) %>):

\`\`\`bash
<%~ include('@secrets.md', { ...it, model }) -%>
\`\`\`

<% } -%>
<% if (it.hmac) { -%>
\`SCALAR_DL_HMAC_SECRET_KEY\` is the same on both sides; each side keeps its own \`SCALAR_DL_HMAC_CIPHER_KEY\`. Both are
long random values, for example of \`openssl rand -hex 32\`.

<% } -%>
<% if (it.environment.spec.tls.enabled) { -%>
The certificates carry these names, whatever the load balancer is called:

| secret | names in the certificate |
|---|---|
<% for (const model of [it.ledger, it.auditor]) { -%>
| <%= it.code(model.secrets.tls) %> | <%= it.code(model.authority.product) %>, \`localhost\` |
| <%= it.code(model.secrets.envoyTls) %> | <%= it.code(model.authority.envoy) %> |
<% } -%>

<% } -%>
Then run the failed jobs of the deployment again.

### 6. Register the clients

<% if (it.hmac) { -%>
Register every client's HMAC secret with both sides (\`register-secret\` of the ScalarDL client).
<% } else { -%>
Register the Ledger's certificate with the Auditor and the Auditor's with the Ledger, then every client's certificate
with both sides (\`register-cert\` of the ScalarDL client).
<% } -%>

### 7. Deploy on every merge

Set the repository variable \`SCALARDL_DEPLOY_ON_PUSH\` to \`true\`. From then on a merge to \`main\` deploys, after the
reviewers of each side have approved it.

## Change something

Change \`scalardl.yaml\`, run <%= it.code(it.environment.spec.actions.repository + '/actions/render-environment') %> in \`write\` mode, and open a pull request with both.
\`validate\` compares the files, judges every guideline on them, and shows the difference. Raising \`spec.actions.ref\` is
the upgrade of these files. What \`scalardl.yaml\` has no key for goes into the overlays \`spec.ledger.eksctl\`,
\`spec.ledger.values\` and their Auditor twins: they are merged last and judged like everything else.

## Files

| file | what it is |
|---|---|
| \`scalardl.yaml\` | the environment; the only file to change by hand |
| \`clusters/\` | one eksctl ClusterConfig a side |
| \`values/\` | Helm values, a folder a side and a file a chart |
| \`manifests/\` | what the charts lack: namespaces, disruption budgets, network policies<% if (it.ledger.spec.pods.autoscaling || it.auditor.spec.pods.autoscaling) { %>, pod autoscaling<% } %> |
| \`.github/workflows/validate.yaml\` | judges a pull request |
| \`.github/workflows/deploy.yaml\` | clusters, peering, releases, verification; safe to repeat |
| \`.github/workflows/verify.yaml\` | judges what really runs, daily and on demand |
| \`.github/workflows/teardown.yaml\` | removes everything but the databases, behind an approval |
| \`.github/actionlint.yaml\`, \`.github/zizmor.yml\` | what the workflow linters have to know |
| \`.github/dependabot.yml\` | tells of newer actions |
| \`.github/CODEOWNERS\`, \`NOTES.md\` | yours; written once, never judged |
| \`catalog-info.yaml\` | the Backstage entry, with every address range in use |
| \`.scalardl-on-eks.yaml\` | what rendered these files, and their list |
`},{path:"_partials/check-out.yaml.eta",content:`      - name: Check out
        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false

`},{path:"_partials/cluster-job.yaml.eta",content:`    name: <%= 'Cluster of ' + it.model.product.title %>
    needs: <%= it.needs %>
    runs-on: <%= it.runsOn %>
    timeout-minutes: 120
    environment: <%= it.environment.metadata.name + '-' + it.model.side %>
    permissions:
      contents: read
      id-token: write # signs in to AWS
    outputs:
      vpc-id: \${{ steps.cluster.outputs.vpc-id }}
    steps:
<%~ include('@check-out.yaml', it) -%>
<%~ include('@sign-in.yaml', it) -%>
      - name: <%= it.step %>
        id: cluster
        uses: <%= it.uses('run-eksctl') %>
        with:
          cluster-config: <%= 'clusters/' + it.model.side + '.yaml' %>
          eksctl-version: <%= it.environment.spec.eksctlVersion %>
`},{path:"_partials/cluster-tools.yaml.eta",content:`      - name: Install Helm
        uses: azure/setup-helm@9bc31f4ebc9c6b171d7bfbaa5d006ae7abdb4310 # v5.0.1
        with:
          version: v4.1.4

      - name: Find the cluster
        run: aws eks update-kubeconfig --name "$CLUSTER_NAME" --region "$AWS_REGION"

`},{path:"_partials/orphans-job.yaml.eta",content:`    name: <%= 'Report what is left of ' + it.model.product.title %>
    needs: <%= it.needs %>
    runs-on: ubuntu-latest
    timeout-minutes: 15
    environment: <%= it.environment.metadata.name + '-' + it.model.side %>
    permissions:
      id-token: write # signs in to AWS
    steps:
<%~ include('@sign-in.yaml', it) -%>
      - name: Look for resources with this environment's tag
        run: |
          left=$(aws resourcegroupstaggingapi get-resources --output text \\
            --tag-filters "Key=scalardl-on-eks/environment,Values=$ENVIRONMENT" \\
            --query 'ResourceTagMappingList[].ResourceARN')
          if [ -z "$left" ]; then
            echo "Nothing is left in this account and region." >> "$GITHUB_STEP_SUMMARY"
            exit 0
          fi
          echo "$left" | tr '\\t' '\\n' >> "$GITHUB_STEP_SUMMARY"
          echo "::error::Resources with this environment's tag are left; the summary lists them."
          exit 1
        env:
          ENVIRONMENT: <%= it.environment.metadata.name %>
`},{path:"_partials/peering-job.yaml.eta",content:`    name: <%= it.title %>
    needs: <%= it.needs %>
    runs-on: ubuntu-latest
    timeout-minutes: 60
    environment: <%= it.environment.metadata.name + '-' + it.model.side %>
    permissions:
      contents: read
      id-token: write # signs in to AWS
    steps:
<%~ include('@check-out.yaml', it) -%>
<%~ include('@sign-in.yaml', it) -%>
      - name: <%= it.step %>
        uses: <%= it.uses('create-peering') %>
        with:
          environment: scalardl.yaml
          act-as: <%= it.actAs %>
`},{path:"_partials/plan-steps.yaml.eta",content:`      - name: Compare with what scalardl.yaml renders to
        id: render
        uses: <%= it.uses('render-environment') %>
        with:
          mode: check

      - name: Judge the guidelines
        id: guidelines
        if: \${{ !cancelled() }}
        uses: <%= it.uses('verify-guidelines') %>
        with:
          stage: plan
          environment: scalardl.yaml
`},{path:"_partials/release-job.yaml.eta",content:`    runs-on: <%= it.runsOn %>
    timeout-minutes: 90
    environment: <%= it.environment.metadata.name + '-' + it.model.side %>
    permissions:
      contents: read
      id-token: write # signs in to AWS
    env:
      CLUSTER_NAME: <%= it.model.spec.clusterName %>
      NAMESPACE: <%= it.model.product.namespace %>
      SIDE: <%= it.model.side %>
    steps:
<%~ include('@check-out.yaml', it) -%>
<%~ include('@sign-in.yaml', it) -%>
<%~ include('@cluster-tools.yaml', it) -%>
`},{path:"_partials/release-steps.yaml.eta",content:`      - name: Create the namespaces
        run: kubectl apply --filename "manifests/$SIDE/namespace.yaml"

      - name: Look for the secrets
        run: |
          missing=0
          while read -r namespace secret; do
            if ! kubectl get secret "$secret" --namespace "$namespace" --output name; then
              echo "::error::Secret $secret is missing in namespace $namespace. README.md says how to create it."
              missing=1
            fi
          done <<< "$SECRETS"
          exit "$missing"
        env:
          SECRETS: <%= it.secretList(it.model) %>

      - name: Install the AWS Load Balancer Controller
        run: |
          helm upgrade --install aws-load-balancer-controller aws-load-balancer-controller \\
            --repo https://aws.github.io/eks-charts --version "$VERSION" --namespace kube-system \\
            --values "values/$SIDE/aws-load-balancer-controller.yaml" --wait --timeout 10m
        env:
          VERSION: <%= it.charts.awsLoadBalancerController.version %>

<% if (it.model.spec.pods.autoscaling) { -%>
      - name: Install the Cluster Autoscaler
        run: |
          helm upgrade --install cluster-autoscaler cluster-autoscaler \\
            --repo https://kubernetes.github.io/autoscaler --version "$VERSION" --namespace kube-system \\
            --values "values/$SIDE/cluster-autoscaler.yaml" --wait --timeout 10m
        env:
          VERSION: <%= it.charts.clusterAutoscaler.version %>

<% } -%>
<% if (it.environment.spec.monitoring.metrics) { -%>
      - name: Install kube-prometheus-stack
        run: |
          helm upgrade --install scalar-monitoring kube-prometheus-stack \\
            --repo https://prometheus-community.github.io/helm-charts --version "$VERSION" --namespace monitoring \\
            --values "values/$SIDE/kube-prometheus-stack.yaml" --wait --timeout 15m
        env:
          VERSION: <%= it.charts.monitoring.version %>

<% } -%>
      - name: Apply the manifests
        run: kubectl apply --filename "manifests/$SIDE"

      # The Job of the chart is immutable, so the release is made anew; existing tables stay as they are.
      - name: Create the tables
        run: |
          helm uninstall "schema-$SIDE" --namespace "$NAMESPACE" --ignore-not-found --wait
          helm install "schema-$SIDE" schema-loading \\
            --repo https://scalar-labs.github.io/helm-charts --version "$VERSION" --namespace "$NAMESPACE" \\
            --values "values/$SIDE/schema-loading.yaml"
          for _ in $(seq 120); do
            state=$(kubectl get job --namespace "$NAMESPACE" --selector "app.kubernetes.io/instance=schema-$SIDE" \\
              --output jsonpath='{.items[*].status.conditions[?(@.status=="True")].type}')
            case "$state" in
              *Complete*) exit 0 ;;
              *Failed*) break ;;
            esac
            sleep 5
          done
          kubectl logs --namespace "$NAMESPACE" --selector "app.kubernetes.io/instance=schema-$SIDE" --tail 50
          echo "::error::The tables were not created; the log of the Job is above."
          exit 1
        env:
          VERSION: <%= it.charts.schemaLoading.version %>

<% if (it.ledgerHostAtRunTime) { -%>
      - name: Point the Auditor at the Ledger
        id: ledger-host
        uses: <%= it.uses('render-environment') %>
        with:
          mode: check
          ledger-host: \${{ needs.ledger-releases.outputs.load-balancer }}

<% } -%>
      - name: <%= 'Install ' + it.model.product.title %>
        run: |
          arguments=(--values "values/$SIDE/$CHART.yaml")
          if [ -n "$OVERLAY" ]; then arguments+=(--values "$OVERLAY"); fi
          if [ "$AUTOSCALING" = true ]; then
            # The chart always writes a count, which would undo what the autoscaler decided.
            replicas=$(kubectl get deployment "$DEPLOYMENT" --namespace "$NAMESPACE" --ignore-not-found \\
              --output jsonpath='{.spec.replicas}')
            if [ -n "$replicas" ]; then arguments+=(--set "$SIDE.replicaCount=$replicas"); fi
          fi
          helm upgrade --install "$RELEASE" "$CHART" \\
            --repo https://scalar-labs.github.io/helm-charts --version "$VERSION" --namespace "$NAMESPACE" \\
            "\${arguments[@]}" --wait --timeout 20m
        env:
          AUTOSCALING: <%= String(Boolean(it.model.spec.pods.autoscaling)) %>
          CHART: <%= it.model.product.chart %>
          DEPLOYMENT: <%= it.model.product.deployment %>
<% if (it.ledgerHostAtRunTime) { -%>
          OVERLAY: \${{ steps.ledger-host.outputs.overlay }}
<% } else { -%>
          OVERLAY: ''
<% } -%>
          RELEASE: <%= it.model.product.release %>
          VERSION: <%= it.model.product.chartVersion %>

      - name: Wait until the load balancer answers
        id: load-balancer
        run: |
          hostname=$(kubectl get service "$SERVICE" --namespace "$NAMESPACE" \\
            --output jsonpath='{.status.loadBalancer.ingress[0].hostname}')
          if [ -z "$hostname" ]; then
            echo "::error::Service $SERVICE has no load balancer; the log of the AWS Load Balancer Controller says why."
            exit 1
          fi
          arn=$(aws elbv2 describe-load-balancers --output text \\
            --query "LoadBalancers[?DNSName=='$hostname'].LoadBalancerArn")
          aws elbv2 wait load-balancer-available --load-balancer-arns "$arn"
          for group in $(aws elbv2 describe-target-groups --load-balancer-arn "$arn" --output text \\
            --query 'TargetGroups[].TargetGroupArn'); do
            aws elbv2 wait target-in-service --target-group-arn "$group"
          done
          echo "hostname=$hostname" >> "$GITHUB_OUTPUT"
        env:
          SERVICE: <%= it.model.product.loadBalancerService %>
`},{path:"_partials/removal-steps.yaml.eta",content:`      # The product's releases go first, while the controller that removes their load balancers still runs.
      - name: Remove the releases of the product
        run: |
          kubectl delete horizontalpodautoscaler --all --namespace "$NAMESPACE" --ignore-not-found
          helm uninstall "$RELEASE" --namespace "$NAMESPACE" --ignore-not-found --wait --timeout 20m
          helm uninstall "schema-$SIDE" --namespace "$NAMESPACE" --ignore-not-found --wait --timeout 5m
          kubectl wait --for delete service --all --namespace "$NAMESPACE" --timeout 15m
        env:
          RELEASE: <%= it.model.product.release %>

      - name: Remove everything else
        run: |
          helm uninstall scalar-monitoring --namespace monitoring --ignore-not-found --wait --timeout 10m
          kubectl delete persistentvolumeclaim --all --namespace monitoring --ignore-not-found --timeout 10m
          helm uninstall cluster-autoscaler --namespace kube-system --ignore-not-found --wait --timeout 5m
          helm uninstall aws-load-balancer-controller --namespace kube-system --ignore-not-found --wait --timeout 5m
`},{path:"_partials/secrets.md.eta",content:`aws eks update-kubeconfig --region <%= it.shell(it.model.region) %> --name <%= it.shell(it.model.spec.clusterName) %>
kubectl apply --filename manifests/<%= it.shell(it.model.side) %>/namespace.yaml
kubectl create secret generic <%= it.shell(it.model.secrets.credentials) %> --namespace <%= it.shell(it.model.product.namespace) %> \\
  --from-file=SCALAR_DB_USERNAME=username.txt \\
<% if (it.hmac) { -%>
  --from-file=SCALAR_DL_HMAC_SECRET_KEY=hmac-secret-key.txt \\
  --from-file=SCALAR_DL_HMAC_CIPHER_KEY=hmac-cipher-key.txt \\
<% } -%>
<% if (it.byol) { -%>
  --from-file=SCALAR_DL_LICENSE_KEY=license-key.txt \\
  --from-file=SCALAR_DL_LICENSE_CHECK_CERT_PEM=license-certificate.pem \\
<% } -%>
  --from-file=SCALAR_DB_PASSWORD=password.txt
<% if (it.model.secrets.keys) { -%>
kubectl create secret generic <%= it.shell(it.model.secrets.keys) %> --namespace <%= it.shell(it.model.product.namespace) %> \\
  --from-file=private-key=<%= it.shell(it.model.side) %>-private-key.pem
<% } -%>
<% if (it.model.secrets.tls) { -%>
kubectl create secret generic <%= it.shell(it.model.secrets.tls) %> --namespace <%= it.shell(it.model.product.namespace) %> \\
  --from-file=ca.crt --from-file=tls.crt --from-file=tls.key
kubectl create secret generic <%= it.shell(it.model.secrets.envoyTls) %> --namespace <%= it.shell(it.model.product.namespace) %> \\
  --from-file=tls.crt=envoy.crt --from-file=tls.key=envoy.key
<% } -%>
<% if (it.model.secrets.ledgerCa) { -%>
kubectl create secret generic <%= it.shell(it.model.secrets.ledgerCa) %> --namespace <%= it.shell(it.model.product.namespace) %> \\
  --from-file=ca.crt=ledger-envoy-ca.crt
<% } -%>
<% if (it.model.secrets.metricsCa) { -%>
kubectl create secret generic <%= it.shell(it.model.secrets.metricsCa) %> --namespace monitoring --from-file=ca.crt
<% } -%>
<% if (it.model.secrets.grafana) { -%>
kubectl create secret generic <%= it.shell(it.model.secrets.grafana) %> --namespace monitoring \\
  --from-literal=admin-user=admin --from-file=admin-password=grafana-password.txt
<% } -%>
`},{path:"_partials/sign-in.yaml.eta",content:`      - name: Sign in to AWS
        uses: aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c # v6.2.3
        with:
          role-to-assume: \${{ vars.AWS_ROLE_ARN }}
          aws-region: <%= it.model.region %>
          allowed-account-ids: <%= it.model.spec.awsAccountId %>

`},{path:"_partials/verify-job.yaml.eta",content:`    if: github.ref == 'refs/heads/main'
    runs-on: <%= it.runsOn %>
    timeout-minutes: 30
    environment: <%= it.environment.metadata.name + '-verify' %>
    permissions:
      contents: read
      id-token: write # signs in to AWS with read rights
<% if (it.issue) { -%>
      issues: write # opens, updates and closes the one issue
<% } -%>
    steps:
<%~ include('@check-out.yaml', it) -%>
      - name: Sign in to the Ledger's account
        uses: aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c # v6.2.3
        with:
          role-to-assume: \${{ vars.LEDGER_READ_ROLE_ARN }}
          aws-region: <%= it.ledger.region %>
          allowed-account-ids: <%= it.ledger.spec.awsAccountId %>
          aws-profile: ledger
          overwrite-aws-profile: true

      - name: Sign in to the Auditor's account
        uses: aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c # v6.2.3
        with:
          role-to-assume: \${{ vars.AUDITOR_READ_ROLE_ARN }}
          aws-region: <%= it.auditor.region %>
          allowed-account-ids: <%= it.auditor.spec.awsAccountId %>
          aws-profile: auditor
          overwrite-aws-profile: true

      - name: Judge the guidelines
        uses: <%= it.uses('verify-guidelines') %>
        with:
          stage: live
          environment: scalardl.yaml
          ledger-profile: ledger
          auditor-profile: auditor
<% if (it.issue) { -%>
          issue: true
          github-token: \${{ github.token }}
<% } -%>

      - name: Keep the report
        if: \${{ !cancelled() }}
        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with:
          name: scalardl-report
          path: scalardl-report.json
`}]};import*as fs from"node:fs";import*as path from"node:path";var EtaError=class extends Error{constructor(message){super(message),this.name="Eta Error"}},EtaParseError=class extends EtaError{constructor(message){super(message),this.name="EtaParser Error"}},EtaRuntimeError=class extends EtaError{constructor(message){super(message),this.name="EtaRuntime Error"}},EtaFileResolutionError=class extends EtaError{constructor(message){super(message),this.name="EtaFileResolution Error"}},EtaNameResolutionError=class extends EtaError{constructor(message){super(message),this.name="EtaNameResolution Error"}};function ParseErr(message,str,indx){let whitespace=str.slice(0,indx).split(/\n/),lineNo=whitespace.length,colNo=whitespace[lineNo-1].length+1;throw message+=" at line "+lineNo+" col "+colNo+`:

  `+str.split(/\n/)[lineNo-1]+`
  `+Array(colNo).join(" ")+"^",new EtaParseError(message)}function RuntimeErr(originalError,str,lineNo,path$1){let lines=str.split(`
`),start=Math.max(lineNo-3,0),end=Math.min(lines.length,lineNo+3),filename=path$1,context=lines.slice(start,end).map((line,i)=>{let curr=i+start+1;return(curr===lineNo?" >> ":"    ")+curr+"| "+line}).join(`
`),err=new EtaRuntimeError((filename?filename+":"+lineNo+`
`:"line "+lineNo+`
`)+context+`

`+originalError.message);throw err.name=originalError.name,err.cause=originalError,err}function readFile(path$1){let res="";try{res=fs.readFileSync(path$1,"utf8")}catch(err){throw err?.code==="ENOENT"?new EtaFileResolutionError(`Could not find template: ${path$1}`):err}return res}function resolvePath(templatePath,options){let resolvedFilePath="",views=this.config.views;if(!views)throw new EtaFileResolutionError("Views directory is not defined");let baseFilePath=options?.filepath,defaultExtension=this.config.defaultExtension===void 0?".eta":this.config.defaultExtension,cacheIndex=JSON.stringify({filename:baseFilePath,path:templatePath,views:this.config.views});if(templatePath+=path.extname(templatePath)?"":defaultExtension,baseFilePath){if(this.config.cacheFilepaths&&this.filepathCache[cacheIndex])return this.filepathCache[cacheIndex];if(absolutePathRegExp.exec(templatePath)?.length){let formattedPath=templatePath.replace(/^\/*|^\\*/,"");resolvedFilePath=path.join(views,formattedPath)}else resolvedFilePath=path.join(path.dirname(baseFilePath),templatePath)}else resolvedFilePath=path.join(views,templatePath);if(dirIsChild(views,resolvedFilePath))return baseFilePath&&this.config.cacheFilepaths&&(this.filepathCache[cacheIndex]=resolvedFilePath),resolvedFilePath;throw new EtaFileResolutionError(`Template '${templatePath}' is not in the views directory`)}function dirIsChild(parent,dir){let relative2=path.relative(parent,dir);return relative2&&!relative2.startsWith("..")&&!path.isAbsolute(relative2)}var absolutePathRegExp=/^\\|^\//,AsyncFunction=(async()=>{}).constructor;function compile(str,options){let config=this.config,ctor=options?.async?AsyncFunction:Function;try{return new ctor(config.varName,"options",this.compileToString.call(this,str,options))}catch(e){throw e instanceof SyntaxError?new EtaParseError(`Bad template syntax

`+e.message+`
`+Array(e.message.length+1).join("=")+`
`+this.compileToString.call(this,str,options)+`
`):e}}function compileToString(str,options){let config=this.config,isAsync=options?.async,compileBody$1=this.compileBody,buffer=this.parse.call(this,str),res=`${config.functionHeader}
let include = (__eta_t, __eta_d) => this.render(__eta_t, {...${config.varName}, ...(__eta_d ?? {})}, options);
let includeAsync = (__eta_t, __eta_d) => this.renderAsync(__eta_t, {...${config.varName}, ...(__eta_d ?? {})}, options);

let __eta = {res: "", e: this.config.escapeFunction, f: this.config.filterFunction, blocks: {}${config.debug?', line: 1, templateStr: "'+str.replace(/\\|"/g,"\\$&").replace(/\r\n|\n|\r/g,"\\n")+'"':""}};

function layout(path, data) {
  __eta.layout = path;
  __eta.layoutData = data;
}${config.debug?"try {":""}${config.useWith?"with("+config.varName+"||{}){":""}

function ${config.outputFunctionName}(s){__eta.res+=s;}
function capture(fn){const s=__eta.res;__eta.res='';try{fn();return __eta.res}finally{__eta.res=s;}}
async function captureAsync(fn){const s=__eta.res;__eta.res='';try{await fn();return __eta.res}finally{__eta.res=s;}}
function block(name,fn){if(__eta.layout){if(fn){__eta.blocks[name]=capture(fn);}return '';}const b=${config.varName}.__blocks||{};if(name in b){return b[name];}return fn?capture(fn):'';}
async function blockAsync(name,fn){if(__eta.layout){if(fn){__eta.blocks[name]=await captureAsync(fn);}return '';}const b=${config.varName}.__blocks||{};if(name in b){return b[name];}return fn?await captureAsync(fn):'';}

${compileBody$1.call(this,buffer)}
if (__eta.layout) {
  __eta.res = ${isAsync?"await includeAsync":"include"} (__eta.layout, {...${config.varName}, body: __eta.res, ...__eta.layoutData, __blocks: __eta.blocks});
}
${config.useWith?"}":""}${config.debug?"} catch (e) { this.RuntimeErr(e, __eta.templateStr, __eta.line, options.filepath) }":""}
return __eta.res;
`;if(config.plugins)for(let i=0;i<config.plugins.length;i++){let plugin=config.plugins[i];plugin.processFnString&&(res=plugin.processFnString(res,config))}return res}function compileBody(buff){let config=this.config,i=0,buffLength=buff.length,returnStr="";for(;i<buffLength;i++){let currentBlock=buff[i];if(typeof currentBlock=="string")returnStr+="__eta.res+='"+currentBlock+`';
`;else{let type=currentBlock.t,content=currentBlock.val||"";config.debug&&(returnStr+="__eta.line="+currentBlock.lineNo+`
`),type==="r"?(config.autoFilter&&(content="__eta.f("+content+")"),returnStr+="__eta.res+="+content+`;
`):type==="i"?(config.autoFilter&&(content="__eta.f("+content+")"),config.autoEscape&&(content="__eta.e("+content+")"),returnStr+="__eta.res+="+content+`;
`):type==="e"?returnStr+=content+`
`:Object.hasOwn(config.customTags,type)&&(returnStr+=`__eta.res+=this.config.customTags[${JSON.stringify(type)}](${JSON.stringify(content)},${config.varName});
`)}}return returnStr}function trimWS(str,config,wsLeft,wsRight){let leftTrim,rightTrim;return Array.isArray(config.autoTrim)?(leftTrim=config.autoTrim[1],rightTrim=config.autoTrim[0]):leftTrim=rightTrim=config.autoTrim,(wsLeft||wsLeft===!1)&&(leftTrim=wsLeft),(wsRight||wsRight===!1)&&(rightTrim=wsRight),!rightTrim&&!leftTrim?str:leftTrim==="slurp"&&rightTrim==="slurp"?str.trim():(leftTrim==="_"||leftTrim==="slurp"?str=str.trimStart():(leftTrim==="-"||leftTrim==="nl")&&(str=str.replace(/^(?:\r\n|\n|\r)/,"")),rightTrim==="_"||rightTrim==="slurp"?str=str.trimEnd():(rightTrim==="-"||rightTrim==="nl")&&(str=str.replace(/(?:\r\n|\n|\r)$/,"")),str)}var escMap={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"};function replaceChar(s){return escMap[s]}function XMLEscape(str){let newStr=String(str);return/[&<>"']/.test(newStr)?newStr.replace(/[&<>"']/g,replaceChar):newStr}var defaultConfig={autoEscape:!0,autoFilter:!1,autoTrim:[!1,"nl"],cache:!1,cacheFilepaths:!0,customTags:{},debug:!1,escapeFunction:XMLEscape,filterFunction:val=>String(val),outputFunctionName:"output",functionHeader:"",parse:{exec:"",interpolate:"=",raw:"~"},plugins:[],rmWhitespace:!1,tags:["<%","%>"],useWith:!1,varName:"it",defaultExtension:".eta"},templateLitReg=/`(?:\\[\s\S]|\${(?:[^{}]|{(?:[^{}]|{[^}]*})*})*}|(?!\${)[^\\`])*`/g,singleQuoteReg=/'(?:\\[\s\w"'\\`]|[^\n\r'\\])*?'/g,doubleQuoteReg=/"(?:\\[\s\w"'\\`]|[^\n\r"\\])*?"/g;function escapeRegExp(string){return string.replace(/[.*+\-?^${}()|[\]\\]/g,"\\$&")}function getLineNo(str,index){return str.slice(0,index).split(`
`).length}function parse2(str){let config=this.config,buffer=[],trimLeftOfNextStr=!1,lastIndex=0,parseOptions=config.parse,customTagPrefixes=Object.keys(config.customTags);if(config.plugins)for(let i=0;i<config.plugins.length;i++){let plugin=config.plugins[i];plugin.processTemplate&&(str=plugin.processTemplate(str,config))}config.rmWhitespace&&(str=str.replace(/[\r\n]+/g,`
`).replace(/^\s+|\s+$/gm,"")),templateLitReg.lastIndex=0,singleQuoteReg.lastIndex=0,doubleQuoteReg.lastIndex=0;function pushString(strng,shouldTrimRightOfString){strng&&(strng=trimWS(strng,config,trimLeftOfNextStr,shouldTrimRightOfString),strng&&(strng=strng.replace(/\\|'/g,"\\$&").replace(/\r\n|\n|\r/g,"\\n"),buffer.push(strng)))}let prefixes=[parseOptions.exec,parseOptions.interpolate,parseOptions.raw,...customTagPrefixes].reduce((accumulator,prefix)=>accumulator&&prefix?accumulator+"|"+escapeRegExp(prefix):prefix?escapeRegExp(prefix):accumulator,""),parseOpenReg=new RegExp(escapeRegExp(config.tags[0])+"(-|_)?\\s*("+prefixes+")?\\s*","g"),parseCloseReg=new RegExp("'|\"|`|\\/\\*|(\\s*(-|_)?"+escapeRegExp(config.tags[1])+")","g"),m;for(;m=parseOpenReg.exec(str);){let precedingString=str.slice(lastIndex,m.index);lastIndex=m[0].length+m.index;let wsLeft=m[1],prefix=m[2]||"";pushString(precedingString,wsLeft),parseCloseReg.lastIndex=lastIndex;let closeTag,currentObj=!1;for(;closeTag=parseCloseReg.exec(str);)if(closeTag[1]){let content=str.slice(lastIndex,closeTag.index);parseOpenReg.lastIndex=lastIndex=parseCloseReg.lastIndex,trimLeftOfNextStr=closeTag[2],currentObj={t:prefix===parseOptions.exec?"e":prefix===parseOptions.raw?"r":prefix===parseOptions.interpolate?"i":customTagPrefixes.includes(prefix)?prefix:"",val:content};break}else{let char=closeTag[0];if(char==="/*"){let commentCloseInd=str.indexOf("*/",parseCloseReg.lastIndex);commentCloseInd===-1&&ParseErr("unclosed comment",str,closeTag.index),parseCloseReg.lastIndex=commentCloseInd}else char==="'"?(singleQuoteReg.lastIndex=closeTag.index,singleQuoteReg.exec(str)?parseCloseReg.lastIndex=singleQuoteReg.lastIndex:ParseErr("unclosed string",str,closeTag.index)):char==='"'?(doubleQuoteReg.lastIndex=closeTag.index,doubleQuoteReg.exec(str)?parseCloseReg.lastIndex=doubleQuoteReg.lastIndex:ParseErr("unclosed string",str,closeTag.index)):char==="`"&&(templateLitReg.lastIndex=closeTag.index,templateLitReg.exec(str)?parseCloseReg.lastIndex=templateLitReg.lastIndex:ParseErr("unclosed string",str,closeTag.index))}currentObj?(config.debug&&(currentObj.lineNo=getLineNo(str,m.index)),buffer.push(currentObj)):ParseErr("unclosed tag",str,m.index)}if(pushString(str.slice(lastIndex,str.length),!1),config.plugins)for(let i=0;i<config.plugins.length;i++){let plugin=config.plugins[i];plugin.processAST&&(buffer=plugin.processAST(buffer,config))}return buffer}function handleCache(template,options){let templateStore=options?.async?this.templatesAsync:this.templatesSync;if(this.resolvePath&&this.readFile&&!template.startsWith("@")){let templatePath=options.filepath,cachedTemplate=templateStore.get(templatePath);if(this.config.cache&&cachedTemplate)return cachedTemplate;{let templateString=this.readFile(templatePath),templateFn=this.compile(templateString,options);return this.config.cache&&templateStore.define(templatePath,templateFn),templateFn}}else{let cachedTemplate=templateStore.get(template);if(cachedTemplate)return cachedTemplate;throw new EtaNameResolutionError(`Failed to get template '${template}'`)}}function render(template,data,meta){let templateFn,options={...meta,async:!1};return typeof template=="string"?(this.resolvePath&&this.readFile&&!template.startsWith("@")&&(options.filepath=this.resolvePath(template,options)),templateFn=handleCache.call(this,template,options)):templateFn=template,templateFn.call(this,data,options)}function renderAsync(template,data,meta){let templateFn,options={...meta,async:!0};typeof template=="string"?(this.resolvePath&&this.readFile&&!template.startsWith("@")&&(options.filepath=this.resolvePath(template,options)),templateFn=handleCache.call(this,template,options)):templateFn=template;let res=templateFn.call(this,data,options);return Promise.resolve(res)}function renderString(template,data){let templateFn=this.compile(template,{async:!1});return render.call(this,templateFn,data)}function renderStringAsync(template,data){let templateFn=this.compile(template,{async:!0});return renderAsync.call(this,templateFn,data)}var Cacher=class{constructor(cache){this.cache=cache}define(key,val){this.cache[key]=val}get(key){return this.cache[key]}remove(key){delete this.cache[key]}reset(){this.cache={}}load(cacheObj){this.cache={...this.cache,...cacheObj}}},Eta$1=class{constructor(customConfig){customConfig?this.config={...defaultConfig,...customConfig}:this.config={...defaultConfig};let reserved=[this.config.parse.exec,this.config.parse.interpolate,this.config.parse.raw,"-","_"];for(let prefix of Object.keys(this.config.customTags))if(reserved.includes(prefix))throw new EtaError(`Custom tag prefix "${prefix}" conflicts with a built-in prefix`)}config;RuntimeErr=RuntimeErr;compile=compile;compileToString=compileToString;compileBody=compileBody;parse=parse2;render=render;renderAsync=renderAsync;renderString=renderString;renderStringAsync=renderStringAsync;filepathCache={};templatesSync=new Cacher({});templatesAsync=new Cacher({});resolvePath=null;readFile=null;configure(customConfig){this.config={...this.config,...customConfig}}withConfig(customConfig){return{...this,config:{...this.config,...customConfig}}}loadTemplate(name,template,options){if(typeof template=="string")(options?.async?this.templatesAsync:this.templatesSync).define(name,this.compile(template,options));else{let templates=this.templatesSync;(template.constructor.name==="AsyncFunction"||options?.async)&&(templates=this.templatesAsync),templates.define(name,template)}}},Eta=class extends Eta$1{readFile=readFile;resolvePath=resolvePath};var TEMPLATE_SUFFIX=".eta",PARTIALS="_partials/";var import_yaml3=__toESM(require_dist()),Quoted=class{constructor(text){this.text=text}text};function languageOf(path2){let extension=/\.([a-z]+)(?:\.eta)?$/.exec(path2)?.[1];return extension==="yaml"||extension==="yml"?yamlValue:extension==="md"?markdownValue:value=>{if(value instanceof Quoted)return value.text;throw new TypeError(`Expected a quoted value in ${path2}, received ${typeof value}; this kind of file has no quoting of its own.`)}}function yamlValue(value){if(value instanceof Quoted)return value.text;if(typeof value=="number"||typeof value=="boolean")return String(value);if(typeof value=="string")return yamlString(value);if(Array.isArray(value))return`[${value.map(yamlValue).join(", ")}]`;throw new TypeError(`Expected a scalar or a list, received ${typeof value}.`)}function yamlString(value){return/^[A-Za-z0-9](?:[A-Za-z0-9 ._/@-]*[A-Za-z0-9])?$/.test(value)?(0,import_yaml3.stringify)(value,{compat:"yaml-1.1",lineWidth:0}).trimEnd():JSON.stringify(value.replaceAll("${{","${{ '${{' }}")).replace(/[^\x20-\x7e]/g,character=>`\\u${character.charCodeAt(0).toString(16).padStart(4,"0")}`)}function markdownValue(value){if(value instanceof Quoted)return value.text;if(typeof value=="number")return String(value);if(typeof value=="string")return markdownText(value);throw new TypeError(`Expected text or a number, received ${typeof value}.`)}function markdownText(value){return oneLine(value).trim().replaceAll("&","&amp;").replaceAll("<","&lt;").replace(/[\\`*_{}[\]()#+!|~>$]/g,character=>`\\${character}`).replace(/^(\d*)([-=.])/,"$1\\$2")}function code(value){let text=oneLine(value).replaceAll("|","\\|"),runs=[...text.matchAll(/`+/g)].map(([run])=>run.length),fence="`".repeat(Math.max(0,...runs)+1),padding=runs.length>0?" ":"";return new Quoted(`${fence}${padding}${text}${padding}${fence}`)}function mermaid(...lines){let text=lines.map(line=>oneLine(line).replace(/[^A-Za-z0-9 .,:/_-]/gu,character=>`#${character.codePointAt(0)};`));return new Quoted(`"${text.join("<br/>")}"`)}function shellWord(value){let text=oneLine(value);return new Quoted(/^[A-Za-z0-9._/:@%+=-]+$/.test(text)?text:`'${text.replaceAll("'","'\\''")}'`)}function oneLine(value){return value.replace(/[\p{C}\u2028\u2029]+/gu," ")}var compiled=new WeakMap;function renderSkeleton(skeleton,view){let files=compiled.get(skeleton);return files||(files=skeleton.files.filter(({path:path2})=>!path2.startsWith(PARTIALS)).map(file=>compileFile(skeleton,file)),compiled.set(skeleton,files)),files.map(render2=>render2(view)).filter(({content})=>content.trim()!=="")}function compileFile(skeleton,{path:source,content}){let path2=outputPath(source),owner=skeleton.personOwned.includes(path2)?"person":"tool";if(source===path2)return()=>({path:path2,content,owner});let eta=engine(skeleton,source);return eta.loadTemplate("@file",content),view=>{try{return{path:path2,content:eta.render("@file",view),owner}}catch(cause){throw new Error(`The skeleton's template ${source} cannot be rendered; correct it.`,{cause})}}}function engine(skeleton,source){let eta=new Eta({autoTrim:!1,autoEscape:!0,escapeFunction:languageOf(source)});for(let{path:path2,content}of skeleton.files)path2.startsWith(PARTIALS)&&eta.loadTemplate(`@${outputPath(path2.slice(PARTIALS.length))}`,content);return eta}function outputPath(path2){return path2.endsWith(TEMPLATE_SUFFIX)?path2.slice(0,-TEMPLATE_SUFFIX.length):path2}import{createHash as createHash2}from"node:crypto";var CHARTS={schemaLoading:{chart:"schema-loading",version:"2.14.0"},awsLoadBalancerController:{chart:"aws-load-balancer-controller",version:"3.5.0"},clusterAutoscaler:{chart:"cluster-autoscaler",version:"9.59.0"},monitoring:{chart:"kube-prometheus-stack",version:"88.5.3"}};var facts=[["AWS account",({spec})=>spec.awsAccountId],["Region",({region})=>region],["Cluster",({spec})=>spec.clusterName],["VPC",({ranges})=>ranges.join(", ")],["Private subnets",({subnets})=>subnets.map(({cidr})=>cidr).join(", ")],["Kubernetes API",({spec})=>spec.endpoint.access],["Nodes",({spec:{nodes}})=>`${nodes.min} to ${nodes.max} of ${nodes.instanceTypes.join(", ")}`],["Pods",({spec:{pods}})=>pods.autoscaling?`${pods.replicas} to ${pods.autoscaling.maxReplicas}`:`${pods.replicas}`],["Namespace",({product})=>product.namespace],["Helm release",({product})=>product.release],["Load balancer",({product})=>product.loadBalancerService]];function secretList({secrets,product}){let inProduct=[secrets.credentials,secrets.keys,secrets.tls,secrets.envoyTls,secrets.ledgerCa].map(secret=>[product.namespace,secret]),inMonitoring=[secrets.metricsCa,secrets.grafana].map(secret=>[MONITORING_NAMESPACE,secret]);return[...inProduct,...inMonitoring].filter(([,secret])=>secret!==void 0).map(line=>line.join(" ")).join(`
`)}function templateView(environment,sides){let{actions,runners,authentication:authentication2,licensing}=environment.spec;return{environment,...sides,charts:CHARTS,runsOn:runsOn(runners.labels),runnerLabelPatterns:runners.labels.map(label=>isCodeBuild(label)?`${label}-*`:label),actionsByTag:actions.ref.startsWith("v"),dailyCron:dailyCron(environment.metadata.name),uses:action=>`${actions.repository}/actions/${action}@${actions.ref}`,hmac:authentication2==="hmac",byol:licensing==="byol",facts,runnerLabels:new Quoted(runners.labels.map(label=>code(label).text).join(", ")),secretList,code,mermaidId:side=>new Quoted(side),mermaid,shell:shellWord}}function isCodeBuild(label){return label.startsWith("codebuild-")}function runsOn(labels){let written=labels.map(label=>isCodeBuild(label)?`"${label}-\${{ github.run_id }}-\${{ github.run_attempt }}"`:`"${label}"`);return new Quoted(`[${written.join(", ")}]`)}function dailyCron(name){let digest=createHash2("sha256").update(name).digest();return`${digest.readUInt8(0)%60} ${digest.readUInt8(1)%6} * * *`}function clusterAutoscalerValues(model){let{environment,spec,region}=model,{chart,version}=CHARTS.clusterAutoscaler;return{overlay:"clusterAutoscaler",file:chart,purpose:`Helm values of the Cluster Autoscaler: chart ${chart} ${version}.`,content:{data:{cloudProvider:"aws",awsRegion:region,autoDiscovery:{clusterName:spec.clusterName},image:{tag:`v${environment.spec.kubernetesVersion}.0`},rbac:{serviceAccount:{create:!0,name:"cluster-autoscaler"}},replicaCount:1,extraArgs:{"balance-similar-node-groups":!0,expander:"least-waste"}},comments:[{at:["image"],text:"Of the cluster's own minor version, because it copies the scheduler of that version."},{at:["rbac"],text:"Its rights come from the pod identity association in the ClusterConfig."}]}}}function loadBalancerControllerValues(model){let{environment,spec,region}=model,{chart,version}=CHARTS.awsLoadBalancerController;return{overlay:"awsLoadBalancerController",file:chart,purpose:`Helm values of the AWS Load Balancer Controller: chart ${chart} ${version}.`,content:{data:{clusterName:spec.clusterName,region,...spec.network.existing?{vpcId:spec.network.existing.vpcId}:{vpcTags:{"alpha.eksctl.io/cluster-name":spec.clusterName}},replicaCount:2,podDisruptionBudget:{maxUnavailable:1},serviceAccount:{create:!0,name:"aws-load-balancer-controller"},enableServiceMutatorWebhook:!0,defaultTags:{"scalardl-on-eks/environment":environment.metadata.name}},comments:[{at:["vpcTags"],text:"The VPC has no id before eksctl makes it; eksctl sets this tag on it."},{at:["serviceAccount"],text:"Its rights come from the pod identity association in the ClusterConfig."},{at:["enableServiceMutatorWebhook"],text:"Makes every new load balancer of the cluster its own, so it is installed before the product."}]}}}var OFF={enabled:!1};function monitoringValues(model){let{chart,version}=CHARTS.monitoring;return{overlay:"monitoring",file:chart,purpose:`Helm values of the metrics: chart ${chart} ${version}, release scalar-monitoring.`,content:{data:{kubeControllerManager:OFF,kubeEtcd:OFF,kubeScheduler:OFF,kubeProxy:OFF,grafana:{admin:{existingSecret:model.secrets.grafana,userKey:"admin-user",passwordKey:"admin-password"}},prometheus:{prometheusSpec:{serviceMonitorSelectorNilUsesHelmValues:!1,ruleSelectorNilUsesHelmValues:!1,retention:"15d",resources:{requests:{cpu:"250m",memory:"1Gi"}},storageSpec:{volumeClaimTemplate:{spec:{accessModes:["ReadWriteOnce"],resources:{requests:{storage:"50Gi"}}}}}}}},comments:[{at:["kubeControllerManager"],text:"EKS shows no metrics of its control plane, and kube-proxy answers on its own node only."},{at:["grafana","admin"],text:"The chart's own password is public knowledge."},{at:["prometheus","prometheusSpec","serviceMonitorSelectorNilUsesHelmValues"],guideline:"metrics-collected",text:"Scalar's charts label neither their monitors nor their rules with this release."}]}}}var PREFIX="service.beta.kubernetes.io";function loadBalancerService(model){let{spec,product}=model,{client,privileged}=spec.loadBalancerPorts;return{type:"LoadBalancer",annotations:annotations(model),ports:{envoy:{port:client,targetPort:product.ports.client,protocol:"TCP"},"envoy-priv":{port:privileged,targetPort:product.ports.privileged,protocol:"TCP"}}}}var SOURCE_RANGES=`${PREFIX}/load-balancer-source-ranges`;function annotations(model){let{spec,ranges,peer,applicationRanges}=model,{client,privileged}=spec.loadBalancerPorts,callers=[...new Set([...ranges,...peer.ranges,...applicationRanges])],subnets=onePerZone(spec.network.existing?.privateSubnets??[]);return{[`${PREFIX}/aws-load-balancer-type`]:"external",[`${PREFIX}/aws-load-balancer-nlb-target-type`]:"ip",[`${PREFIX}/aws-load-balancer-scheme`]:"internal",[SOURCE_RANGES]:callers.join(","),[`${PREFIX}/aws-load-balancer-attributes`]:"load_balancing.cross_zone.enabled=true",[`${PREFIX}/aws-load-balancer-target-group-attributes`]:"preserve_client_ip.enabled=false",...Object.fromEntries([client,privileged].map(port=>[`${PREFIX}/aws-load-balancer-listener-attributes.TCP-${port}`,"tcp.idle_timeout.seconds=3600"])),...subnets.length>0?{[`${PREFIX}/aws-load-balancer-subnets`]:subnets.join(",")}:{}}}function onePerZone(subnets){let first=new Map;for(let{id,zone}of subnets)first.has(zone)||first.set(zone,id);return[...first.values()]}function monitors({environment}){if(!environment.spec.monitoring.metrics)return{};let enabled={enabled:!0,namespace:MONITORING_NAMESPACE};return{serviceMonitor:{...enabled},prometheusRule:{...enabled},grafanaDashboard:{...enabled}}}function spread(name,app){let labelSelector={matchLabels:{"app.kubernetes.io/name":name,"app.kubernetes.io/app":app}};return{podAntiAffinity:{preferredDuringSchedulingIgnoredDuringExecution:[{weight:100,podAffinityTerm:{labelSelector,topologyKey:"kubernetes.io/hostname"}},{weight:50,podAffinityTerm:{labelSelector,topologyKey:"topology.kubernetes.io/zone"}}]}}}var ROLLING_UPDATE={type:"RollingUpdate",rollingUpdate:{maxSurge:"0%",maxUnavailable:"34%"}};function envoy(model){let{spec,product}=model;return{replicaCount:spec.pods.envoyReplicas,envoyConfiguration:{serviceListeners:product.listeners},service:loadBalancerService(model),strategy:ROLLING_UPDATE,resources:{requests:{cpu:"1000m",memory:"2Gi"},limits:{cpu:"2000m",memory:"4Gi"}},affinity:spread(product.name,"envoy"),...tls(model),...monitors(model)}}function tls({secrets,authority}){return!secrets.tls||!secrets.envoyTls?{}:{tls:{downstream:{enabled:!0,certChainSecret:secrets.envoyTls,privateKeySecret:secrets.envoyTls},upstream:{enabled:!0,overrideAuthority:authority.product,caRootCertSecret:secrets.tls}}}}function propertiesText(pairs){return pairs.filter(([,value])=>value!==void 0).map(([key,value])=>`${key}=${escapeValue(String(value))}
`).join("")}function escapeValue(value){return value.replaceAll("\\","\\\\")}function fromSecret(variable){return`\${env:${variable}}`}function databaseProperties({spec:{database:database2}}){return[["scalar.db.storage",database2.storage],["scalar.db.contact_points",database2.contactPoints],["scalar.db.username",fromSecret("SCALAR_DB_USERNAME")],["scalar.db.password",fromSecret("SCALAR_DB_PASSWORD")]]}var LEDGER_HOST_PROPERTY="scalar.dl.auditor.ledger.host";function productProperties(model){return propertiesText([...databaseProperties(model),...model.side==="ledger"?proof(model):ledgerAddress(model),...authentication(model),...serverTls(model),...licence(model)])}function proof({secrets}){return[["scalar.dl.ledger.proof.enabled","true"],["scalar.dl.ledger.auditor.enabled","true"],["scalar.dl.ledger.proof.private_key_path",secrets.keys&&"/keys/private-key"]]}function ledgerAddress({spec,peer,secrets,environment,authority}){let tls3=environment.spec.tls.enabled;return[[LEDGER_HOST_PROPERTY,spec.ledgerHost],["scalar.dl.auditor.ledger.port",peer.spec.loadBalancerPorts.client],["scalar.dl.auditor.ledger.privileged_port",peer.spec.loadBalancerPorts.privileged],["scalar.dl.auditor.private_key_path",secrets.keys&&"/keys/private-key"],["scalar.dl.auditor.tls.enabled",tls3?"true":void 0],["scalar.dl.auditor.tls.ca_root_cert_path",tls3?"/tls/scalardl-ledger/certs/ca.crt":void 0],["scalar.dl.auditor.tls.override_authority",tls3?authority.peerEnvoy:void 0]]}function authentication({environment,side}){let prefix=`scalar.dl.${side}`;return environment.spec.authentication==="digitalSignature"?[[`${prefix}.authentication.method`,"digital-signature"]]:[[`${prefix}.authentication.method`,"hmac"],[`${prefix}.authentication.hmac.cipher_key`,fromSecret("SCALAR_DL_HMAC_CIPHER_KEY")],[`${prefix}.servers.authentication.hmac.secret_key`,fromSecret("SCALAR_DL_HMAC_SECRET_KEY")]]}function serverTls({environment,side}){if(!environment.spec.tls.enabled)return[];let certificates=`/tls/scalardl-${side}/certs`;return[[`scalar.dl.${side}.server.tls.enabled`,"true"],[`scalar.dl.${side}.server.tls.cert_chain_path`,`${certificates}/tls.crt`],[`scalar.dl.${side}.server.tls.private_key_path`,`${certificates}/tls.key`]]}function licence({environment}){return environment.spec.licensing!=="byol"?[]:[["scalar.dl.licensing.license_key",fromSecret("SCALAR_DL_LICENSE_KEY")],["scalar.dl.licensing.license_check_cert_pem",fromSecret("SCALAR_DL_LICENSE_CHECK_CERT_PEM")]]}function productValues(model){let{product}=model;return{overlay:"scalardl",file:product.chart,purpose:`Helm values of ${product.title}: chart ${product.chart} ${product.chartVersion}, release ${product.release}.`,content:{data:{envoy:envoy(model),[product.app]:productKey(model)},comments:comments(model)}}}function productKey(model){let{environment,spec,product,secrets}=model,{licensing,productVersion}=environment.spec;return{image:{repository:product.images[licensing],version:productVersion},replicaCount:spec.pods.replicas,[product.propertiesKey]:productProperties(model),secretName:secrets.credentials,...authenticationMethod(model),...keyVolume(model),...serviceAccount(model),resources:{requests:{cpu:"2000m",memory:"4Gi"},limits:{cpu:"2000m",memory:"4Gi"}},strategy:ROLLING_UPDATE,affinity:spread(product.name,product.app),...tls2(model),...monitors(model)}}function authenticationMethod(model){return model.side==="ledger"?{}:{authentication:{method:model.environment.spec.authentication==="hmac"?"hmac":"digital-signature"}}}function keyVolume({secrets}){return secrets.keys?{extraVolumes:[{name:secrets.keys,secret:{secretName:secrets.keys}}],extraVolumeMounts:[{name:secrets.keys,mountPath:"/keys",readOnly:!0}]}:{}}function serviceAccount(model){return model.environment.spec.licensing!=="awsMarketplace"?{}:{serviceAccount:{serviceAccountName:meteringServiceAccount(model),automountServiceAccountToken:!0}}}function tls2({secrets,authority}){return secrets.tls?{tls:{enabled:!0,overrideAuthority:authority.product,caRootCertSecret:secrets.tls,certChainSecret:secrets.tls,privateKeySecret:secrets.tls,...secrets.ledgerCa?{caRootCertForLedgerSecret:secrets.ledgerCa}:{},...secrets.metricsCa?{caRootCertSecretForServiceMonitor:secrets.metricsCa}:{}}}:{}}function comments({environment,product}){let byol=environment.spec.licensing==="byol",rollOut={guideline:"rollout-capacity",text:"no surge pod, because the nodes have no room for one and the roll-out would never end."},spreadOut={guideline:"product-pods-spread",text:"preferred, not required, because a required rule stops a roll-out on three nodes."};return[{at:["envoy","service","annotations",SOURCE_RANGES],guideline:"restricted-source-ranges",text:"this VPC, the other side and the applications; without the line everybody is admitted."},{at:["envoy","strategy"],...rollOut},{at:[product.app,"strategy"],...rollOut},{at:[product.app,"affinity"],...spreadOut},{at:[product.app,"resources"],...byol?{guideline:"byol-resource-requests",text:"at least 2 vCPU and 4 GiB."}:{guideline:"marketplace-resource-limits",text:"a pod whose limits exceed 2 vCPU or 4 GiB stops."}}]}function schemaLoadingValues(model){let{environment,product,secrets,side}=model,{chart,version}=CHARTS.schemaLoading;return{overlay:"schemaLoading",file:chart,purpose:`Helm values of the tables of ${product.title}: chart ${chart} ${version}.`,content:{data:{schemaLoading:{schemaType:side,image:{repository:"ghcr.io/scalar-labs/scalardl-schema-loader",version:environment.spec.productVersion},databaseProperties:propertiesText(databaseProperties(model)),secretName:secrets.credentials}}}}}function valuesFile(model,values){return{path:`values/${model.side}/${values.file}.yaml`,owner:"tool",content:yamlText(header(values.purpose),[overlaidValues(model,values)])}}function overlaidValues({spec},{overlay,content}){return overlaid(content,spec.values?.[overlay])}function valuesFiles(model){let{spec,environment}=model;return[productValues(model),schemaLoadingValues(model),loadBalancerControllerValues(model),...spec.pods.autoscaling?[clusterAutoscalerValues(model)]:[],...environment.spec.monitoring.metrics?[monitoringValues(model)]:[]].map(values=>valuesFile(model,values))}function renderEnvironment({environment,source},{skeleton=packedSkeleton}={}){let ledger=sideModel(environment,"ledger"),auditor=sideModel(environment,"auditor"),sides=[ledger,auditor],files=[{path:ENVIRONMENT_FILE,content:source,owner:"person"},...sides.map(clusterConfigFile),...sides.flatMap(valuesFiles),...sides.flatMap(manifestFiles),catalogInfoFile(environment,sides),...renderSkeleton(skeleton,templateView(environment,{ledger,auditor}))],rendered=[...files,stampFile(skeleton.version,files)];return assertDistinct(rendered),rendered.sort((a,b)=>a.path<b.path?-1:1)}function assertDistinct(files){let seen=new Set;for(let{path:path2}of files){if(assertRepositoryPath(path2),seen.has(path2))throw new Error(`Expected each file once, received ${path2} twice; rename it in the skeleton.`);seen.add(path2)}}var HOST=/^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/;function renderLedgerHostOverlay({environment,host}){if(!HOST.test(host))throw new RangeError(`Expected the DNS name of the Ledger's load balancer, received ${JSON.stringify(host)}.`);let model=sideModel(environment,"auditor"),{app,propertiesKey}=model.product,{data}=overlaidValues(model,productValues(model)),properties=propertiesOf(data[app],propertiesKey);return yamlText("Names the Ledger's current load balancer to the Auditor.",[{data:{[app]:{[propertiesKey]:`${properties}${LEDGER_HOST_PROPERTY}=${host}
`}}}])}function propertiesOf(product,key){let text=typeof product=="object"&&product!==null?product[key]:void 0;if(typeof text!="string")throw new TypeError(`Expected spec.auditor.values.scalardl to leave auditor.${key} a text, received ${typeof text}.`);return text.endsWith(`
`)?text:`${text}
`}var import_yaml4=__toESM(require_dist());import{constants}from"node:fs";import{lstat,open,readdir}from"node:fs/promises";import{join as join2}from"node:path";var LIMITS={fileBytes:1024*1024,totalBytes:64*1024*1024,entries:5e4},IGNORED=new Set([".git","node_modules"]),SNIFFED_BYTES=8e3;async function readRepositoryFiles(directory,limits={}){let bounds={...LIMITS,...limits},files=[],bytes=0;for(let{path:path2,size}of await listFiles(directory,bounds.entries)){let content=await readText(join2(directory,path2),{path:path2,size,largest:bounds.fileBytes});if(content!==void 0){if(bytes+=size,bytes>bounds.totalBytes)throw tooLarge(`all text files within ${bounds.totalBytes} bytes`,path2);files.push([path2,content])}}return Object.fromEntries(files)}async function listFiles(directory,most){let found=[],folders=[""],entries=0;for(let folder=folders.pop();folder!==void 0;folder=folders.pop())for(let name of await namesIn(directory,folder)){if(IGNORED.has(name))continue;let path2=folder?`${folder}/${name}`:name;if(entries+=1,entries>most)throw tooLarge(`at most ${most} files`,path2);let entry=await statOf(directory,path2);entry.isDirectory()&&folders.push(path2),entry.isFile()&&found.push({path:path2,size:entry.size})}return found.sort((a,b)=>a.path<b.path?-1:1)}async function namesIn(directory,folder){try{return await readdir(join2(directory,folder))}catch(cause){throw unreadable(folder||directory,cause)}}async function statOf(directory,path2){try{return await lstat(join2(directory,path2))}catch(cause){throw unreadable(path2,cause)}}async function readText(file,{path:path2,size,largest}){try{let handle=await open(file,constants.O_RDONLY|constants.O_NOFOLLOW);try{let head=Buffer.alloc(Math.min(size,SNIFFED_BYTES));if(await handle.read(head,0,head.length,0),head.includes(0))return;if(size>largest)throw tooLarge(`text files of ${largest} bytes`,path2);return await handle.readFile("utf8")}finally{await handle.close()}}catch(cause){throw cause instanceof RepositoryError?cause:unreadable(path2,cause)}}function tooLarge(expected,path2){return new RepositoryError("TOO_LARGE",`Expected ${expected}, exceeded by ${path2}; move what is not part of the environment elsewhere.`)}function unreadable(path2,cause){return new RepositoryError("UNREADABLE",`${path2} cannot be read; check that it exists and its permissions.`,{cause})}function planChanges(rendered,existing){let changes=rendered.map(file=>compare(file,contentOf(existing,file.path))),paths=new Set(rendered.map(({path:path2})=>path2));return[...changes,...removals(paths,existing)].sort((a,b)=>a.path<b.path?-1:1)}function compare({path:path2,content,owner},before){return before===void 0?{path:path2,change:"create",after:content}:owner==="person"||before===content?{path:path2,change:"keep",before,after:before}:{path:path2,change:"update",before,after:content}}function removals(rendered,existing){let text=contentOf(existing,STAMP_FILE),stamped=text===void 0?void 0:readStamp(text)?.files;return[...new Set(stamped)].flatMap(path2=>{let before=contentOf(existing,path2);return rendered.has(path2)||before===void 0||!isRepositoryPath(path2)?[]:[{path:path2,change:"remove",before}]})}function contentOf(files,path2){return Object.hasOwn(files,path2)?files[path2]:void 0}import{lstat as lstat2,mkdir,mkdtemp,rename,rm,rmdir,writeFile}from"node:fs/promises";import{dirname as dirname2,join as join3}from"node:path";async function writeChanges(directory,changes){let effective=changes.filter(({change})=>change!=="keep");for(let{path:path2}of effective)await assertInside(directory,path2);if(effective.length===0)return;let steps=[];try{let made=await mkdir(directory,{recursive:!0});made&&steps.push(()=>removeEmpty(directory,made));let aside=await mkdtemp(join3(directory,".scalardl-on-eks-")),clear=()=>rm(aside,{recursive:!0,force:!0});steps.push(clear);for(let staged of await stage(aside,effective))await apply(directory,staged,steps);await clear()}catch(cause){await takeBack(directory,steps,cause)}}async function takeBack(directory,steps,cause){try{for(let undo of steps.reverse())await undo()}catch(second){throw new RepositoryError("WRITE_FAILED",`The files in ${directory} cannot be written, and the change was left half way; restore the folder from version control.`,{cause:new AggregateError([cause,second])})}throw new RepositoryError("WRITE_FAILED",`The files in ${directory} cannot be written; nothing was changed. Check the permissions and the free space.`,{cause})}async function stage(aside,changes){return Promise.all(changes.map(async({path:path2,after},index)=>{let kept=join3(aside,`${index}.old`);if(after===void 0)return{path:path2,kept};let written=join3(aside,`${index}.new`);return await writeFile(written,after,{flag:"wx"}),{path:path2,kept,written}}))}async function apply(directory,{path:path2,written,kept},steps){let target=join3(directory,path2);if(await exists(target)&&(await rename(target,kept),steps.push(()=>rename(kept,target))),written===void 0)return;let made=await mkdir(dirname2(target),{recursive:!0});made&&steps.push(()=>removeEmpty(dirname2(target),made)),await rename(written,target),steps.push(()=>rm(target))}async function removeEmpty(deepest,highest){let folder=deepest;for(;folder.length>=highest.length;)await rmdir(folder),folder=dirname2(folder)}async function assertInside(directory,path2){assertRepositoryPath(path2);let parts=path2.split("/");for(let depth=1;depth<=parts.length;depth+=1){let part=parts.slice(0,depth).join("/"),entry=await entryAt(join3(directory,part)),expectsFile=depth===parts.length;if(!entry)return;if(expectsFile?!entry.isFile():!entry.isDirectory())throw new RepositoryError("UNSAFE_PATH",`Expected ${expectsFile?"a file":"a folder"} at ${part}, received ${entry.isSymbolicLink()?"a symbolic link":"something else"}; remove it.`)}}async function exists(path2){return await entryAt(path2)!==void 0}async function entryAt(path2){try{return await lstat2(path2)}catch(cause){if(isMissing(cause))return;throw new RepositoryError("UNREADABLE",`${path2} cannot be looked at; check the permissions.`,{cause})}}function isMissing(cause){return typeof cause=="object"&&cause!==null&&"code"in cause&&cause.code==="ENOENT"}var Diff=class{diff(oldStr,newStr,options={}){let callback;typeof options=="function"?(callback=options,options={}):"callback"in options&&(callback=options.callback);let oldString=this.castInput(oldStr,options),newString=this.castInput(newStr,options),oldTokens=this.removeEmpty(this.tokenize(oldString,options)),newTokens=this.removeEmpty(this.tokenize(newString,options));return this.diffWithOptionsObj(oldTokens,newTokens,options,callback)}diffWithOptionsObj(oldTokens,newTokens,options,callback){var _a;let done=value=>{if(value=this.postProcess(value,options),callback){setTimeout(function(){callback(value)},0);return}else return value},newLen=newTokens.length,oldLen=oldTokens.length,editLength=1,maxEditLength=newLen+oldLen;options.maxEditLength!=null&&(maxEditLength=Math.min(maxEditLength,options.maxEditLength));let maxExecutionTime=(_a=options.timeout)!==null&&_a!==void 0?_a:1/0,abortAfterTimestamp=Date.now()+maxExecutionTime,bestPath=[{oldPos:-1,lastComponent:void 0}],newPos=this.extractCommon(bestPath[0],newTokens,oldTokens,0,options);if(bestPath[0].oldPos+1>=oldLen&&newPos+1>=newLen)return done(this.buildValues(bestPath[0].lastComponent,newTokens,oldTokens));let minDiagonalToConsider=-1/0,maxDiagonalToConsider=1/0,execEditLength=()=>{for(let diagonalPath=Math.max(minDiagonalToConsider,-editLength);diagonalPath<=Math.min(maxDiagonalToConsider,editLength);diagonalPath+=2){let basePath,removePath=bestPath[diagonalPath-1],addPath=bestPath[diagonalPath+1];removePath&&(bestPath[diagonalPath-1]=void 0);let canAdd=!1;if(addPath){let addPathNewPos=addPath.oldPos-diagonalPath;canAdd=addPath&&0<=addPathNewPos&&addPathNewPos<newLen}let canRemove=removePath&&removePath.oldPos+1<oldLen;if(!canAdd&&!canRemove){bestPath[diagonalPath]=void 0;continue}if(!canRemove||canAdd&&removePath.oldPos<addPath.oldPos?basePath=this.addToPath(addPath,!0,!1,0,options):basePath=this.addToPath(removePath,!1,!0,1,options),newPos=this.extractCommon(basePath,newTokens,oldTokens,diagonalPath,options),basePath.oldPos+1>=oldLen&&newPos+1>=newLen)return done(this.buildValues(basePath.lastComponent,newTokens,oldTokens))||!0;bestPath[diagonalPath]=basePath,basePath.oldPos+1>=oldLen&&(maxDiagonalToConsider=Math.min(maxDiagonalToConsider,diagonalPath-1)),newPos+1>=newLen&&(minDiagonalToConsider=Math.max(minDiagonalToConsider,diagonalPath+1))}editLength++};if(callback)(function exec(){setTimeout(function(){if(editLength>maxEditLength||Date.now()>abortAfterTimestamp)return callback(void 0);execEditLength()||exec()},0)})();else for(;editLength<=maxEditLength&&Date.now()<=abortAfterTimestamp;){let ret=execEditLength();if(ret)return ret}}addToPath(path2,added,removed,oldPosInc,options){let last=path2.lastComponent;return last&&!options.oneChangePerToken&&last.added===added&&last.removed===removed?{oldPos:path2.oldPos+oldPosInc,lastComponent:{count:last.count+1,added,removed,previousComponent:last.previousComponent}}:{oldPos:path2.oldPos+oldPosInc,lastComponent:{count:1,added,removed,previousComponent:last}}}extractCommon(basePath,newTokens,oldTokens,diagonalPath,options){let newLen=newTokens.length,oldLen=oldTokens.length,oldPos=basePath.oldPos,newPos=oldPos-diagonalPath,commonCount=0;for(;newPos+1<newLen&&oldPos+1<oldLen&&this.equals(oldTokens[oldPos+1],newTokens[newPos+1],options);)newPos++,oldPos++,commonCount++,options.oneChangePerToken&&(basePath.lastComponent={count:1,previousComponent:basePath.lastComponent,added:!1,removed:!1});return commonCount&&!options.oneChangePerToken&&(basePath.lastComponent={count:commonCount,previousComponent:basePath.lastComponent,added:!1,removed:!1}),basePath.oldPos=oldPos,newPos}equals(left,right,options){return options.comparator?options.comparator(left,right):left===right||!!options.ignoreCase&&left.toLowerCase()===right.toLowerCase()}removeEmpty(array){let ret=[];for(let i=0;i<array.length;i++)array[i]&&ret.push(array[i]);return ret}castInput(value,options){return value}tokenize(value,options){return Array.from(value)}join(chars){return chars.join("")}postProcess(changeObjects,options){return changeObjects}get useLongestToken(){return!1}buildValues(lastComponent,newTokens,oldTokens){let components=[],nextComponent;for(;lastComponent;)components.push(lastComponent),nextComponent=lastComponent.previousComponent,delete lastComponent.previousComponent,lastComponent=nextComponent;components.reverse();let componentLen=components.length,componentPos=0,newPos=0,oldPos=0;for(;componentPos<componentLen;componentPos++){let component=components[componentPos];if(component.removed)component.value=this.join(oldTokens.slice(oldPos,oldPos+component.count)),oldPos+=component.count;else{if(!component.added&&this.useLongestToken){let value=newTokens.slice(newPos,newPos+component.count);value=value.map(function(value2,i){let oldValue=oldTokens[oldPos+i];return oldValue.length>value2.length?oldValue:value2}),component.value=this.join(value)}else component.value=this.join(newTokens.slice(newPos,newPos+component.count));newPos+=component.count,component.added||(oldPos+=component.count)}}return components}};var LineDiff=class extends Diff{constructor(){super(...arguments),this.tokenize=tokenize}equals(left,right,options){return options.ignoreWhitespace?((!options.newlineIsToken||!left.includes(`
`))&&(left=left.trim()),(!options.newlineIsToken||!right.includes(`
`))&&(right=right.trim())):options.ignoreNewlineAtEof&&!options.newlineIsToken&&(left.endsWith(`
`)&&(left=left.slice(0,-1)),right.endsWith(`
`)&&(right=right.slice(0,-1))),super.equals(left,right,options)}},lineDiff=new LineDiff;function diffLines(oldStr,newStr,options){return lineDiff.diff(oldStr,newStr,options)}function tokenize(value,options){options.stripTrailingCr&&(value=value.replace(/\r\n/g,`
`));let retLines=[],linesAndNewlines=value.split(/(\n|\r\n)/);linesAndNewlines[linesAndNewlines.length-1]||linesAndNewlines.pop();for(let i=0;i<linesAndNewlines.length;i++){let line=linesAndNewlines[i];i%2&&!options.newlineIsToken?retLines[retLines.length-1]+=line:retLines.push(line)}return retLines}function needsQuoting(s){for(let i=0;i<s.length;i++)if(s[i]<" "||s[i]>"~"||s[i]==='"'||s[i]==="\\")return!0;return!1}function quoteFileNameIfNeeded(s){if(!needsQuoting(s))return s;let result='"',bytes=new TextEncoder().encode(s),i=0;for(;i<bytes.length;){let b=bytes[i];b===7?result+="\\a":b===8?result+="\\b":b===9?result+="\\t":b===10?result+="\\n":b===11?result+="\\v":b===12?result+="\\f":b===13?result+="\\r":b===34?result+='\\"':b===92?result+="\\\\":b>=32&&b<=126?result+=String.fromCharCode(b):result+="\\"+b.toString(8).padStart(3,"0"),i++}return result+='"',result}var INCLUDE_HEADERS={includeIndex:!0,includeUnderline:!0,includeFileHeaders:!0},FILE_HEADERS_ONLY={includeIndex:!1,includeUnderline:!1,includeFileHeaders:!0};function structuredPatch(oldFileName,newFileName,oldStr,newStr,oldHeader,newHeader,options){let optionsObj;options?typeof options=="function"?optionsObj={callback:options}:optionsObj=options:optionsObj={},typeof optionsObj.context>"u"&&(optionsObj.context=4);let context=optionsObj.context;if(optionsObj.newlineIsToken)throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");if(optionsObj.callback){let{callback}=optionsObj;diffLines(oldStr,newStr,Object.assign(Object.assign({},optionsObj),{callback:diff=>{let patch=diffLinesResultToPatch(diff);callback(patch)}}))}else return diffLinesResultToPatch(diffLines(oldStr,newStr,optionsObj));function diffLinesResultToPatch(diff){if(!diff)return;diff.push({value:"",lines:[]});function contextLines(lines){return lines.map(function(entry){return" "+entry})}let hunks=[],oldRangeStart=0,newRangeStart=0,curRange=[],oldLine=1,newLine=1;for(let i=0;i<diff.length;i++){let current=diff[i],lines=current.lines||splitLines(current.value);if(current.lines=lines,current.added||current.removed){if(!oldRangeStart){let prev=diff[i-1];oldRangeStart=oldLine,newRangeStart=newLine,prev&&(curRange=context>0?contextLines(prev.lines.slice(-context)):[],oldRangeStart-=curRange.length,newRangeStart-=curRange.length)}for(let line of lines)curRange.push((current.added?"+":"-")+line);current.added?newLine+=lines.length:oldLine+=lines.length}else{if(oldRangeStart)if(lines.length<=context*2&&i<diff.length-2)for(let line of contextLines(lines))curRange.push(line);else{let contextSize=Math.min(lines.length,context);for(let line of contextLines(lines.slice(0,contextSize)))curRange.push(line);let hunk={oldStart:oldRangeStart,oldLines:oldLine-oldRangeStart+contextSize,newStart:newRangeStart,newLines:newLine-newRangeStart+contextSize,lines:curRange};hunks.push(hunk),oldRangeStart=0,newRangeStart=0,curRange=[]}oldLine+=lines.length,newLine+=lines.length}}for(let hunk of hunks)for(let i=0;i<hunk.lines.length;i++)hunk.lines[i].endsWith(`
`)?hunk.lines[i]=hunk.lines[i].slice(0,-1):(hunk.lines.splice(i+1,0,"\\ No newline at end of file"),i++);return{oldFileName,newFileName,oldHeader,newHeader,hunks}}}function formatPatch(patch,headerOptions){var _a,_b,_c,_d,_e,_f;if(headerOptions||(headerOptions=INCLUDE_HEADERS),Array.isArray(patch)){if(patch.length>1&&!headerOptions.includeFileHeaders&&!patch.every(p=>p.isGit))throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes are to which file?)");return patch.map(p=>formatPatch(p,headerOptions)).join(`
`)}let ret=[];if(patch.isGit){if(headerOptions=INCLUDE_HEADERS,!patch.oldFileName)throw new Error("oldFileName must be specified for Git patches");if(!patch.newFileName)throw new Error("newFileName must be specified for Git patches");let gitOldName=patch.oldFileName,gitNewName=patch.newFileName;patch.isCreate&&gitOldName==="/dev/null"?gitOldName=gitNewName.replace(/^b\//,"a/"):patch.isDelete&&gitNewName==="/dev/null"&&(gitNewName=gitOldName.replace(/^a\//,"b/")),ret.push("diff --git "+quoteFileNameIfNeeded(gitOldName)+" "+quoteFileNameIfNeeded(gitNewName)),patch.isDelete&&ret.push("deleted file mode "+((_a=patch.oldMode)!==null&&_a!==void 0?_a:"100644")),patch.isCreate&&ret.push("new file mode "+((_b=patch.newMode)!==null&&_b!==void 0?_b:"100644")),patch.oldMode&&patch.newMode&&!patch.isDelete&&!patch.isCreate&&(ret.push("old mode "+patch.oldMode),ret.push("new mode "+patch.newMode)),patch.isRename&&(ret.push("rename from "+quoteFileNameIfNeeded(((_c=patch.oldFileName)!==null&&_c!==void 0?_c:"").replace(/^a\//,""))),ret.push("rename to "+quoteFileNameIfNeeded(((_d=patch.newFileName)!==null&&_d!==void 0?_d:"").replace(/^b\//,"")))),patch.isCopy&&(ret.push("copy from "+quoteFileNameIfNeeded(((_e=patch.oldFileName)!==null&&_e!==void 0?_e:"").replace(/^a\//,""))),ret.push("copy to "+quoteFileNameIfNeeded(((_f=patch.newFileName)!==null&&_f!==void 0?_f:"").replace(/^b\//,""))))}else headerOptions.includeIndex&&patch.oldFileName==patch.newFileName&&patch.oldFileName!==void 0&&ret.push("Index: "+patch.oldFileName),headerOptions.includeUnderline&&ret.push("===================================================================");let hasHunks=patch.hunks.length>0;headerOptions.includeFileHeaders&&patch.oldFileName!==void 0&&patch.newFileName!==void 0&&(!patch.isGit||hasHunks)&&(ret.push("--- "+quoteFileNameIfNeeded(patch.oldFileName)+(patch.oldHeader?"	"+patch.oldHeader:"")),ret.push("+++ "+quoteFileNameIfNeeded(patch.newFileName)+(patch.newHeader?"	"+patch.newHeader:"")));for(let i=0;i<patch.hunks.length;i++){let hunk=patch.hunks[i],oldStart=hunk.oldLines===0?hunk.oldStart-1:hunk.oldStart,newStart=hunk.newLines===0?hunk.newStart-1:hunk.newStart;ret.push("@@ -"+oldStart+","+hunk.oldLines+" +"+newStart+","+hunk.newLines+" @@");for(let line of hunk.lines)ret.push(line)}return ret.join(`
`)+`
`}function createTwoFilesPatch(oldFileName,newFileName,oldStr,newStr,oldHeader,newHeader,options){if(typeof options=="function"&&(options={callback:options}),options?.callback){let{callback}=options;structuredPatch(oldFileName,newFileName,oldStr,newStr,oldHeader,newHeader,Object.assign(Object.assign({},options),{callback:patchObj=>{callback(patchObj?formatPatch(patchObj,options.headerOptions):void 0)}}))}else{let patchObj=structuredPatch(oldFileName,newFileName,oldStr,newStr,oldHeader,newHeader,options);return patchObj?formatPatch(patchObj,options?.headerOptions):void 0}}function splitLines(text){let hasTrailingNl=text.endsWith(`
`),result=text.split(`
`).map(line=>line+`
`);return hasTrailingNl?result.pop():result.push(result.pop().slice(0,-1)),result}function diffChanges(changes){return changes.filter(({change})=>change!=="keep").map(({path:path2,before,after})=>createTwoFilesPatch(before===void 0?"/dev/null":`a/${path2}`,after===void 0?"/dev/null":`b/${path2}`,before??"",after??"",void 0,void 0,{context:3,headerOptions:FILE_HEADERS_ONLY})).join("")}function compareStamps(rendered,existing){let stamp=rendered.find(({path:path2})=>path2===STAMP_FILE);return{found:skeletonOf(existing[STAMP_FILE]),carried:skeletonOf(stamp?.content)??""}}function skeletonOf(text){return text===void 0?void 0:readStamp(text)?.skeleton}function describeStamps({found,carried}){if(found!==carried)return found===void 0?`The repository has no stamp of an earlier rendering; this action carries skeleton ${carried}.`:`The repository was rendered by skeleton ${found}; this action carries ${carried}, so part of the difference is that upgrade.`}var WORDS={create:["is missing","created"],update:["differs","updated"],remove:["is no longer rendered","removed"],keep:["is current","kept"]};function countFiles(count){return count===1?"1 file is":`${count} files are`}function word({change},mode){return WORDS[change][mode==="check"?0:1]}function textOf({mode,stamps,changed}){if(changed.length===0)return`Every file is current.
`;let upgrade=describeStamps(stamps),lines=changed.map(change=>`${printable(change.path)}: ${word(change,mode)}`);return[...upgrade?[printable(upgrade)]:[],...lines,"",printableLines(diffChanges(changed).trimEnd()),""].join(`
`)}function summaryOf({mode,stamps,changed},maximumBytes=STEP_SUMMARY_BYTES){if(changed.length===0)return`## ✅ Every file is what scalardl.yaml renders to
`;let title=mode==="check"?`## ❌ ${countFiles(changed.length)} not what scalardl.yaml renders to

`:`## ✅ ${countFiles(changed.length)} now what scalardl.yaml renders to

`,upgrade=describeStamps(stamps),list=changed.map(change=>`- ${codeText(change.path)} ${word(change,mode)}
`),start=`${title}${upgrade?`${proseText(upgrade)}

`:""}${list.join("")}
`,room=maximumBytes-Buffer.byteLength(start);return start+folded(printableLines(diffChanges(changed)),room)}var RESERVE=300;function folded(difference,room){let fence=fenceFor(difference),lines=[],left=room-RESERVE-2*fence.length,all=difference.trimEnd().split(`
`);for(let line of all){if(left-=Buffer.byteLength(line)+1,left<0)break;lines.push(line)}let cut=all.length-lines.length,rest=cut>0?`
${cut} more lines do not fit here; the log has them.
`:"";return`<details><summary>Difference</summary>

${fence}diff
${lines.join(`
`)}
${fence}
${rest}
</details>
`}function fenceFor(text){let longest=(text.match(/`+/g)??[]).reduce((most,run)=>Math.max(most,run.length),2);return"`".repeat(longest+1)}function writeDifference(rendering){return writeTemporaryFile("difference.md",summaryOf(rendering,COMMENT_SHARE))}import{readFile as readFile2}from"node:fs/promises";import{join as join4}from"node:path";async function readEnvironment(root){let file=join4(root,ENVIRONMENT_FILE),source=await readFile2(file,"utf8").catch(cause=>{throw new InputError([`environment: expected a file ${file} that can be read: ${cause.message}.`],{cause})}),parsed=parseEnvironment(source,{file});if(parsed.ok)return{environment:parsed.environment,source};throw new InputError(parsed.problems.map(formatProblem),{annotations:parsed.problems.map(problemAnnotation)})}async function writeOverlay(environment,host){return writeTemporaryFile("values.yaml",renderOverlay(environment,host))}function renderOverlay(environment,host){try{return renderLedgerHostOverlay({environment,host})}catch(cause){throw new InputError([`ledger-host: ${cause.message}`],{cause})}}var REMEDY="Change scalardl.yaml, not the rendered files, then run render-environment with mode write and commit what it wrote.";async function main(inputs){let{environment,source}=await readEnvironment(inputs.root),existing=await readRepositoryFiles(inputs.root),rendered=renderEnvironment({environment,source}),stamps=compareStamps(rendered,existing),changes=planChanges(rendered,existing),overlay=inputs.ledgerHost?await writeOverlay(environment,inputs.ledgerHost):"";return inputs.mode==="write"&&(await writeChanges(inputs.root,changes),await assertCurrent(inputs.root,rendered)),toPresentation({inputs,stamps,changes,overlay})}async function assertCurrent(root,rendered){let wrong=planChanges(rendered,await readRepositoryFiles(root)).filter(({change})=>change!=="keep");if(wrong.length===0)return;let paths=wrong.map(({path:path2})=>path2).join(", ");throw new Error(`Expected every file to be current after writing, found others in ${paths}; run it again when nothing else writes to ${root}.`)}async function toPresentation({inputs:{mode,root},stamps,changes,overlay}){let changed=changes.filter(({change})=>change!=="keep"),rendering={mode,stamps,changed},differs=mode==="check"&&changed.length>0;return{text:textOf(rendering),summary:summaryOf(rendering),annotations:differs?changed.map(toAnnotation(root)):[],outputs:{changed:String(changed.length>0),files:JSON.stringify(changed.map(({path:path2})=>path2)),markdown:changed.length>0?await writeDifference(rendering):"",overlay},failure:differs?`${countFiles(changed.length)} not what scalardl.yaml renders to. ${REMEDY}`:void 0}}var FAULTS={create:"is missing",update:"is not what scalardl.yaml renders to",remove:"is no longer rendered, and has to go",keep:"is current"};function toAnnotation(root){return({path:path2,change})=>({severity:"error",title:`${path2} ${FAULTS[change]}`,message:REMEDY,location:{file:posix.join(root,path2),line:1,column:1}})}export{main};
