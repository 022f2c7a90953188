{{- define "resumai.labels" -}}
app.kubernetes.io/name: resumai
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- /* What the pods of both roles have in common; role is api or worker. */}}
{{- define "resumai.pod" -}}
metadata:
  labels:
    {{- include "resumai.labels" .root | nindent 4 }}
    app.kubernetes.io/component: {{ .role }}
  annotations:
    prometheus.io/scrape: "true"
    prometheus.io/port: "8080"
spec:
  automountServiceAccountToken: false
  terminationGracePeriodSeconds: 45
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    fsGroup: 10001
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: {{ .role }}
      image: "{{ .root.Values.image.repository }}:{{ .root.Values.image.tag }}"
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      args: ["serve", "--role", "{{ .role }}"]
      envFrom:
        - secretRef:
            name: {{ .root.Values.secret }}
      env:
        - name: RESUMAI_SANDBOX__LEVEL
          value: seccomp+landlock
        - name: RESUMAI_SANDBOX__REQUIRED
          value: "true"
        - name: RESUMAI_PARSEHOST__COUNT
          value: "{{ .root.Values.worker.hosts }}"
        {{- range $key, $value := .root.Values.settings }}
        - name: {{ $key }}
          value: {{ $value | quote }}
        {{- end }}
      ports:
        - name: http
          containerPort: 8080
      startupProbe:
        httpGet: { path: /healthz, port: http }
        failureThreshold: 60
        periodSeconds: 2
      livenessProbe:
        httpGet: { path: /healthz, port: http }
        periodSeconds: 10
      readinessProbe:
        httpGet: { path: /readyz, port: http }
        periodSeconds: 5
        timeoutSeconds: 5
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
      resources:
        {{- toYaml .resources | nindent 8 }}
      volumeMounts:
        - { name: data, mountPath: /data }
        - { name: tmp, mountPath: /tmp }
  volumes:
    # Only what is being received lies here; uploads go to the object store.
    - name: data
      emptyDir: {}
    - name: tmp
      emptyDir: {}
{{- end }}
