// Package release makes the program say the Kubernetes version that its name ends with: control-plane-1.35 is
// another name of the same file. The code stays that of the module's version, but features and removed APIs
// follow the version that is said, as they do after Kubernetes' own link-time flags.
package release

import (
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	_ "unsafe" // for go:linkname

	_ "k8s.io/component-base/version"
)

// What Kubernetes answers when asked for its version. Set at link time, it would need a file of 100 MB for each
// minor version, and clusters of several versions could not share its pages in memory.
//
//go:linkname gitVersion k8s.io/component-base/version.dynamicGitVersion
var gitVersion atomic.Value

// Go initialises packages in the order of their import paths, each once those it imports are ready. So this runs
// before anything else has read the version: https://go.dev/ref/spec#Program_initialization
func init() {
	if _, minor, named := strings.Cut(filepath.Base(os.Args[0]), "control-plane-"); named {
		// The suffix is of the form that EKS shows.
		gitVersion.Store("v" + minor + ".1-eks-113cf36")
	}
}
