package main

import (
	"encoding/json"
	"sort"
	"strconv"
	"strings"

	"github.com/Shopify/sarama"
)

// brokerResource is the kind of resource that a broker is; sarama's constant of that name has another number.
const brokerResource sarama.ConfigResourceType = 4

// withAdmin opens the administrative client when it is first asked.
func withAdmin(run func(*adapter, arguments) (interface{}, error)) func(*adapter, arguments) (interface{}, error) {
	return func(a *adapter, args arguments) (interface{}, error) {
		if a.admin == nil {
			config, err := configuration(nil)
			if err != nil {
				return nil, err
			}
			config.Metadata.Full = true // else it finds no brokers before it is asked about a topic
			if a.client, err = sarama.NewClient([]string{a.bootstrap}, config); err != nil {
				return nil, err
			}
			if a.admin, err = sarama.NewClusterAdmin([]string{a.bootstrap}, config); err != nil {
				return nil, err
			}
		}
		return run(a, args)
	}
}

func createTopics(a *adapter, args arguments) (interface{}, error) {
	var wanted []struct {
		Name        string             `json:"name"`
		Partitions  int32              `json:"partitions"`
		Replication int16              `json:"replication"`
		Configs     map[string]*string `json:"configs"`
	}
	if err := json.Unmarshal(args.Topics, &wanted); err != nil {
		return nil, err
	}
	for _, one := range wanted {
		detail := &sarama.TopicDetail{NumPartitions: 1, ReplicationFactor: 1, ConfigEntries: one.Configs}
		if one.Partitions > 0 {
			detail.NumPartitions = one.Partitions
		}
		if one.Replication > 0 {
			detail.ReplicationFactor = one.Replication
		}
		if err := a.admin.CreateTopic(one.Name, detail, args.ValidateOnly); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// listTopics asks for metadata: the administrative client would send DescribeConfigs 0 as well.
func listTopics(a *adapter, _ arguments) (interface{}, error) {
	if err := a.client.RefreshMetadata(); err != nil {
		return nil, err
	}
	return a.client.Topics()
}

func describeTopic(a *adapter, args arguments) (interface{}, error) {
	found, err := a.admin.DescribeTopics([]string{args.Topic})
	if err != nil {
		return nil, err
	}
	if len(found) != 1 {
		return nil, sarama.ErrIncompleteResponse
	}
	if found[0].Err != sarama.ErrNoError {
		return nil, found[0].Err
	}
	partitions := []map[string]interface{}{}
	for _, one := range found[0].Partitions {
		partitions = append(partitions, map[string]interface{}{
			"p": one.ID, "leader": one.Leader, "replicas": one.Replicas, "isr": one.Isr,
		})
	}
	sort.Slice(partitions, func(one, other int) bool {
		return partitions[one]["p"].(int32) < partitions[other]["p"].(int32)
	})
	return map[string]interface{}{"internal": found[0].IsInternal, "partitions": partitions}, nil
}

func describeCluster(a *adapter, _ arguments) (interface{}, error) {
	brokers, _, err := a.admin.DescribeCluster() // by Metadata 0, which tells no controller
	if err != nil {
		return nil, err
	}
	controller, err := a.client.Controller()
	if err != nil {
		return nil, err
	}
	nodes := [][]interface{}{}
	for _, one := range brokers {
		colon := strings.LastIndex(one.Addr(), ":")
		port, err := strconv.Atoi(one.Addr()[colon+1:])
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, []interface{}{one.ID(), one.Addr()[:colon], port})
	}
	return map[string]interface{}{"controller": controller.ID(), "nodes": nodes}, nil
}

func deleteTopics(a *adapter, args arguments) (interface{}, error) {
	var topics []string
	if err := json.Unmarshal(args.Topics, &topics); err != nil {
		return nil, err
	}
	for _, topic := range topics {
		if err := a.admin.DeleteTopic(topic); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

func createPartitions(a *adapter, args arguments) (interface{}, error) {
	return nil, a.admin.CreatePartitions(args.Topic, args.Count, nil, args.ValidateOnly)
}

// describeConfigs asks by version 1; the administrative client knows no version but 0, which Kafka 4 no longer has.
func describeConfigs(a *adapter, args arguments) (interface{}, error) {
	kind := sarama.TopicResource
	if args.Kind == "broker" {
		kind = brokerResource
	}
	controller, err := a.client.Controller()
	if err != nil {
		return nil, err
	}
	answer, err := controller.DescribeConfigs(&sarama.DescribeConfigsRequest{
		Version: 1, Resources: []*sarama.ConfigResource{{Type: kind, Name: args.Name}},
	})
	if err != nil {
		return nil, err
	}
	result := map[string]interface{}{}
	for _, resource := range answer.Resources {
		if resource.ErrorCode != 0 {
			return nil, sarama.KError(resource.ErrorCode)
		}
		for _, one := range resource.Configs {
			result[one.Name] = map[string]interface{}{
				"value": one.Value, "default": one.Default, "read_only": one.ReadOnly, "sensitive": one.Sensitive,
				"source": one.Source.String(),
			}
		}
	}
	return result, nil
}

func replaceConfigs(a *adapter, args arguments) (interface{}, error) {
	return nil, a.admin.AlterConfig(sarama.TopicResource, args.Topic, args.Configs, args.ValidateOnly)
}

func deleteRecords(a *adapter, args arguments) (interface{}, error) {
	offset, err := offsetOf(args.Offset)
	if err != nil {
		return nil, err
	}
	return nil, a.admin.DeleteRecords(args.Topic, map[int32]int64{args.Partition: offset})
}

func listGroups(a *adapter, _ arguments) (interface{}, error) {
	return a.admin.ListConsumerGroups()
}

func describeGroup(a *adapter, args arguments) (interface{}, error) {
	found, err := a.admin.DescribeConsumerGroups([]string{args.Group})
	if err != nil {
		return nil, err
	}
	if len(found) != 1 {
		return nil, sarama.ErrIncompleteResponse
	}
	if found[0].Err != sarama.ErrNoError {
		return nil, found[0].Err
	}
	members := []map[string]interface{}{}
	for _, one := range found[0].Members {
		assigned := [][]interface{}{}
		if len(one.MemberAssignment) > 0 {
			assignment, err := one.GetMemberAssignment()
			if err != nil {
				return nil, err
			}
			for topic, partitions := range assignment.Topics {
				for _, partition := range partitions {
					assigned = append(assigned, []interface{}{topic, partition})
				}
			}
		}
		members = append(members, map[string]interface{}{
			"client": one.ClientId, "host": one.ClientHost, "assignment": assigned,
		})
	}
	return map[string]interface{}{
		"state": found[0].State, "assignor": found[0].Protocol, "members": members,
	}, nil
}

// groupOffsets asks partition by partition: sarama does not ask for all that a group has.
func groupOffsets(a *adapter, args arguments) (interface{}, error) {
	partitions, err := a.client.Partitions(args.Topic)
	if err != nil {
		return nil, err
	}
	answer, err := a.admin.ListConsumerGroupOffsets(args.Group, map[string][]int32{args.Topic: partitions})
	if err != nil {
		return nil, err
	}
	result := [][]interface{}{}
	for _, partition := range partitions {
		if block := answer.GetBlock(args.Topic, partition); block != nil && block.Offset >= 0 {
			result = append(result, []interface{}{args.Topic, partition, block.Offset})
		}
	}
	return result, nil
}

func deleteGroups(a *adapter, args arguments) (interface{}, error) {
	for _, group := range args.Groups {
		broker, err := a.client.Coordinator(group)
		if err != nil {
			return nil, err
		}
		request := &sarama.DeleteGroupsRequest{}
		request.AddGroup(group)
		answer, err := broker.DeleteGroups(request)
		if err != nil {
			return nil, err
		}
		if code := answer.GroupErrorCodes[group]; code != sarama.ErrNoError {
			return nil, code
		}
	}
	return nil, nil
}
