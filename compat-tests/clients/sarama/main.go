// Adapter for sarama, the Go client as Debian packages it. The operations are described in compat-tests/README.md.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sort"

	"github.com/Shopify/sarama"
)

// Debian's package, which the sources cannot tell at run time; setup puts it in.
var packageVersion = "unknown"

var features = []string{
	"commit", "enable-idempotence", "group", "headers", "null-header", "null-record", "offset-metadata",
	"producer-results", "producer-timestamps", "seek", "times",
}

type command struct {
	ID   int             `json:"id"`
	Op   string          `json:"op"`
	Args json.RawMessage `json:"args"`
}

type failure struct {
	Name    string `json:"name"`
	Message string `json:"message"`
}

func (one failure) Error() string { return one.Name + ": " + one.Message }

// closer is what a scenario may leave open.
type closer interface{ Close() error }

type adapter struct {
	bootstrap string
	handles   map[int]closer
	next      int
	admin     sarama.ClusterAdmin
	client    sarama.Client
}

func (a *adapter) keep(value closer) int {
	a.next++
	a.handles[a.next] = value
	return a.next
}

func (a *adapter) hello() interface{} {
	version := fmt.Sprintf("sarama %s, protocol of Kafka %s", packageVersion, protocolVersion)
	return map[string]interface{}{"name": "sarama", "features": features, "version": version}
}

func (a *adapter) reset() {
	handles := make([]int, 0, len(a.handles))
	for handle := range a.handles {
		handles = append(handles, handle)
	}
	sort.Ints(handles)
	for _, handle := range handles {
		if err := a.close(handle); err != nil {
			fmt.Fprintln(os.Stderr, "closing:", err)
		}
	}
}

func (a *adapter) close(handle int) error {
	value, found := a.handles[handle]
	if !found {
		return failure{"NO_HANDLE", fmt.Sprint(handle)}
	}
	delete(a.handles, handle)
	return value.Close()
}

func (a *adapter) run(op string, raw json.RawMessage) (interface{}, error) {
	if op == "hello" {
		return a.hello(), nil
	}
	if op == "reset" {
		a.reset()
		return nil, nil
	}
	args := arguments{}
	if len(raw) > 0 {
		if err := json.Unmarshal(raw, &args); err != nil {
			return nil, err
		}
	}
	if run, found := operations[op]; found {
		return run(a, args)
	}
	return nil, failure{"UNKNOWN_OPERATION", op}
}

var operations = map[string]func(*adapter, arguments) (interface{}, error){
	"producer.open":  openProducer,
	"producer.close": func(a *adapter, args arguments) (interface{}, error) { return nil, a.close(args.Handle) },
	"producer.send":  send,

	"consumer.open":              openConsumer,
	"consumer.close":             func(a *adapter, args arguments) (interface{}, error) { return nil, a.close(args.Handle) },
	"consumer.subscribe":         withConsumer((*consumer).subscribe),
	"consumer.assign":            withConsumer((*consumer).assign),
	"consumer.poll":              withConsumer((*consumer).poll),
	"consumer.seek":              withConsumer((*consumer).seek),
	"consumer.commit":            withConsumer((*consumer).commit),
	"consumer.committed":         withConsumer((*consumer).committed),
	"consumer.position":          withConsumer((*consumer).position),
	"consumer.assignment":        withConsumer((*consumer).assignment),
	"consumer.offsets_for_times": withConsumer((*consumer).offsetsForTimes),
	"consumer.watermarks":        withConsumer((*consumer).watermarks),

	"admin.create_topics":     withAdmin(createTopics),
	"admin.list_topics":       withAdmin(listTopics),
	"admin.describe_topic":    withAdmin(describeTopic),
	"admin.describe_cluster":  withAdmin(describeCluster),
	"admin.delete_topics":     withAdmin(deleteTopics),
	"admin.create_partitions": withAdmin(createPartitions),
	"admin.describe_configs":  withAdmin(describeConfigs),
	"admin.replace_configs":   withAdmin(replaceConfigs),
	"admin.delete_records":    withAdmin(deleteRecords),
	"admin.list_groups":       withAdmin(listGroups),
	"admin.describe_group":    withAdmin(describeGroup),
	"admin.group_offsets":     withAdmin(groupOffsets),
	"admin.delete_groups":     withAdmin(deleteGroups),
}

// named gives an error of the client Kafka's name.
func named(err error) failure {
	switch one := err.(type) {
	case failure:
		return one
	case sarama.KError:
		if name, known := errorNames[one]; known {
			return failure{name, one.Error()}
		}
		return failure{fmt.Sprintf("ERROR_%d", int16(one)), one.Error()}
	case *sarama.TopicError:
		return failure{named(one.Err).Name, one.Error()}
	case *sarama.TopicPartitionError:
		return failure{named(one.Err).Name, one.Error()}
	case *sarama.ConsumerError:
		return failure{named(one.Err).Name, one.Error()}
	case *sarama.ProducerError:
		return failure{named(one.Err).Name, one.Error()}
	}
	return failure{"SARAMA", err.Error()}
}

func main() {
	a := &adapter{bootstrap: os.Args[1], handles: map[int]closer{}}
	lines := bufio.NewReaderSize(os.Stdin, 1<<20)
	answers := json.NewEncoder(os.Stdout)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			break
		}
		var one command
		if err := json.Unmarshal(line, &one); err != nil {
			fmt.Fprintln(os.Stderr, "command:", err)
			break
		}
		result, err := a.run(one.Op, one.Args)
		if err != nil {
			err = answers.Encode(map[string]interface{}{"id": one.ID, "error": named(err)})
		} else {
			err = answers.Encode(map[string]interface{}{"id": one.ID, "ok": result})
		}
		if err != nil {
			break
		}
	}
	a.reset()
}
