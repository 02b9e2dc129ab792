{{- define "ledger.identity" -}}
{{- $name := .Values.nameOverride | default .Chart.Name -}}
{{- $base := ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) -}}
base: {{ $base }}
labels:
  app.kubernetes.io/app: ledger
  app.kubernetes.io/instance: {{ .Release.Name }}
  app.kubernetes.io/name: {{ $name }}
{{- end -}}
