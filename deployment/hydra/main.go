// Ory Hydra at the version OpenCHAMI ships, as a static program for machines that have a Go toolchain but no container engine.
package main

import "github.com/ory/hydra/v2/cmd"

func main() { cmd.Execute() }
